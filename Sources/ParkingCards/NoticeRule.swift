/// Something that is looked at beside the conditions.
public struct NoticeRule: Hashable, Sendable {
    public enum Effect: String, Hashable, Sendable, CaseIterable {
        /// The applicant is told, and nothing else follows.
        case notice
        /// It counts as a condition.
        case block
    }

    public let condition: Condition
    public let effect: Effect
}
