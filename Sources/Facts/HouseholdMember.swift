/// One person of a household.
public struct HouseholdMember: Hashable, Sendable, Redacted {
    /// `nil` when the register names the member without a number.
    public let ssin: SSIN?
    public let name: PersonName?
    /// The relation to the reference person, as the register codes it (`01` reference person);
    /// `nil` where it was not asked.
    public let relation: CodedValue?
    public let since: IncompleteDate?

    public init(ssin: SSIN?, name: PersonName?, relation: CodedValue?, since: IncompleteDate?) {
        self.ssin = ssin
        self.name = name
        self.relation = relation
        self.since = since
    }
}
