/// What the examination of one condition gave.
public enum ConditionOutcome: String, Hashable, Sendable, CaseIterable {
    case satisfied
    /// The source does not hold the value, and the regulation does not insist.
    case waived
    case notSatisfied
    case unknown
    /// Another condition had already decided, so the question was not asked.
    case notExamined

    /// What the outcome means for the decision; what was not examined proves nothing.
    public var truth: Truth {
        switch self {
        case .satisfied, .waived: .yes
        case .notSatisfied: .no
        case .unknown, .notExamined: .unknown
        }
    }
}
