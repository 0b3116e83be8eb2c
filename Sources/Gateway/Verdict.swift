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

    /// What the source holds leaves it open when there is no answer.
    init(_ answer: Bool?) { self = answer.map { Verdict($0) } ?? .unknown(.inconclusive) }

    /// Whether both hold: one no decides, then the first that stays open.
    func and(_ other: Verdict) -> Verdict {
        if self == .no || other == .no { return .no }
        return self == .yes ? other : self
    }
}
