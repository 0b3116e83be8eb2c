public import Facts

/// One line of a household: who, with which relation to the reference person, since when.
public struct SyntheticMember: Hashable, Sendable, Redacted {
    public let ssin: SSIN
    public let lastName: String
    public let firstNames: [String]
    public let sex: Sex
    public let birthDate: IncompleteDate
    public let role: SyntheticRole
    public let since: CalendarDate
}
