public import Facts

/// One invented enterprise.
public struct SyntheticEnterprise: Hashable, Sendable, Redacted {
    public let index: Int
    public let number: EnterpriseNumber
    public let name: String
    public let isLeaseCompany: Bool
    /// `nil` for a natural person, whose seat is not published.
    public let seat: SyntheticAddress?
    public let isNaturalPerson: Bool
    public let startDate: CalendarDate
}
