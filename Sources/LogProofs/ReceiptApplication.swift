public import AccessRights
public import Facts

/// The application that asks for a receipt, and whose it is.
public struct ReceiptApplication: Hashable, Sendable {
    public let organisation: EnterpriseNumber
    public let id: ApplicationID

    public init(organisation: EnterpriseNumber, id: ApplicationID) {
        self.organisation = organisation
        self.id = id
    }
}
