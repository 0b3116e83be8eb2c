import Gateway

extension SourceFailure {
    /// What an HTTP status means that the contract of the source does not name.
    ///
    /// A proxy or a service that cannot answer now is silent; one that does not accept our
    /// certificate may not tell us; anything else is an answer that the contract does not know.
    init(status: Int) {
        switch status {
        case 429, 503: self = .unavailable(.busy)
        case 408, 504: self = .unavailable(.tooLate)
        case 500...599: self = .unavailable(.unreachable)
        case 401, 403: self = .notAllowed(code: "HTTP \(status)")
        default: self = .unintelligible(.fault(code: "HTTP \(status)"))
        }
    }
}
