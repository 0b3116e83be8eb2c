public import AccessRights
public import Facts

/// How many dossiers of one kind an organisation has open.
public struct ReferenceCount: Hashable, Sendable {
    public let organisation: EnterpriseNumber
    public let kind: ReferenceKind
    /// At least one.
    public let open: Int

    public init(organisation: EnterpriseNumber, kind: ReferenceKind, open: Int) {
        self.organisation = organisation
        self.kind = kind
        self.open = open
    }
}
