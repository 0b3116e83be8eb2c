/// The answer to a verification: yes, no, or unknown with its reason. Never more.
public enum Verdict: Hashable, Sendable {
    case yes
    case no
    case unknown(UnknownReason)

    /// `true`, `false` or `nil`.
    public var answer: Bool? {
        switch self {
        case .yes: true
        case .no: false
        case .unknown: nil
        }
    }

    init(_ answer: Bool) { self = answer ? .yes : .no }
}
