/// What a municipality chose for the cases in which a condition is not simply met or not.
public struct ConditionChoices: Hashable, Sendable {
    /// What follows when a source does not hold the value.
    public enum WhenMissing: String, Hashable, Sendable, CaseIterable {
        case unknown
        /// The condition is waived.
        case ignore
        case no = "false"
    }

    /// What follows when a source does not know the subject.
    public enum NotFound: String, Hashable, Sendable, CaseIterable {
        case unknown
        case no = "false"
    }

    public let whenMissing: WhenMissing
    public let notFound: NotFound
    /// For how long after the application the applicant can repair what is not met.
    public let cure: DayCount?
    public let alternatives: [Alternative]

    /// No choice made: what is not known stays so.
    static let none = ConditionChoices(
        whenMissing: .unknown, notFound: .unknown, cure: nil, alternatives: [])
}
