public import Facts

/// What a source found.
public enum Finding<Fact: Sendable>: Sendable {
    case found(Fact)
    /// The person is known by another number now; the source gave nothing else.
    case replaced(by: SSIN)
    /// The source has no such subject.
    case unknown
}
