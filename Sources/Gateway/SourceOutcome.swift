/// How one look-up at a source ended: the one table from which the log, the HTTP answer and the
/// verification read.
public enum SourceOutcome: String, Hashable, Sendable, CaseIterable {
    case found
    /// The subject has another number; it was followed once.
    case replaced
    case notFound
    /// Down, late, or left alone after many failures.
    case unavailable
    /// A fault, garbled, outside the schema, or about another subject than asked.
    case unintelligible
    /// Not integrated, or the legal context was refused.
    case notAllowedBySource

    public init(_ failure: SourceFailure) {
        switch failure {
        case .unavailable: self = .unavailable
        case .unintelligible: self = .unintelligible
        case .notAllowed: self = .notAllowedBySource
        }
    }

    init<Fact>(_ finding: Finding<Fact>) {
        switch finding {
        case .found: self = .found
        case .replaced: self = .replaced
        case .unknown: self = .notFound
        }
    }

    /// The status code that an HTTP client gets.
    public var httpStatus: Int {
        switch self {
        case .found, .replaced: 200
        case .notFound: 404
        case .unavailable: 503
        case .unintelligible, .notAllowedBySource: 502
        }
    }

    /// Why a verification that ended so has no answer; `nil` when it has one.
    public var unknownReason: UnknownReason? {
        switch self {
        case .found, .replaced: nil
        case .notFound: .subjectUnknown
        case .unavailable: .sourceUnavailable
        case .unintelligible: .sourceUnintelligible
        case .notAllowedBySource: .notAllowedBySource
        }
    }
}
