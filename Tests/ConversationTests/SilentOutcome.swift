/// How a look-up at a failing source ends: the table of outcomes, as far as it is about silence.
enum SilentOutcome: String, Sendable {
    case unavailable
    case unintelligible
    case notAllowedBySource

    var status: Int { self == .unavailable ? 503 : 502 }

    var verification: String {
        switch self {
        case .unavailable: "sourceUnavailable"
        case .unintelligible: "sourceUnintelligible"
        case .notAllowedBySource: "notAllowedBySource"
        }
    }

    var reason: String {
        self == .notAllowedBySource ? "SOURCE_NOT_AUTHORISED" : "SOURCE_UNAVAILABLE"
    }
}
