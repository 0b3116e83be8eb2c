/// What came of a look-up, without saying what the fact is.
public enum OutcomeClass: String, Hashable, Sendable, CaseIterable {
    case found
    /// The subject is known by another number now.
    case replaced
    case notFound
    /// The source was down or late.
    case unavailable
    /// A fault, garbled, outside the schema, or about another subject.
    case unintelligible
    /// The source answered that it may not tell.
    case notAllowedBySource
}
