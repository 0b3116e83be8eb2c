public import AccessRights

/// A change that the consult log may not hold yet, with its place in the history: the revision that
/// it made.
public struct OwedRightsChange: Hashable, Sendable {
    public let revision: RightsRevision
    public let change: RightsChange
    public let debt: RightsDebt

    public init(revision: RightsRevision, change: RightsChange, debt: RightsDebt) {
        self.revision = revision
        self.change = change
        self.debt = debt
    }
}
