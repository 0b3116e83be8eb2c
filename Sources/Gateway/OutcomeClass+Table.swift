public import ConsultLog

/// The one table from which the log, the HTTP answer and the verifications read how a look-up ended.
extension OutcomeClass {
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
    var unknownReason: UnknownReason? {
        switch self {
        case .found, .replaced: nil
        case .notFound: .subjectUnknown
        case .unavailable: .sourceUnavailable
        case .unintelligible: .sourceUnintelligible
        case .notAllowedBySource: .notAllowedBySource
        }
    }
}
