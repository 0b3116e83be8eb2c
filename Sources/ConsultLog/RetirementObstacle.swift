/// Why a month is not destroyed.
public enum RetirementObstacle: Hashable, Sendable {
    /// Legal holds lie on it.
    case held([LegalHoldID])
    /// Its time is not over before this month; `nil` when nobody knows how long the class is.
    case young(until: Month?)
    /// So many intents of it have no outcome yet.
    case unfinished(Int)
    /// An entry of it is not in the tree yet.
    case notSequenced(LogPosition)
}

extension RetirementObstacle: CustomStringConvertible {
    public var description: String {
        switch self {
        case .held(let holds):
            "held by \(holds.sorted().map(\.description).joined(separator: ", "))"
        case .young(let month?): "kept until \(month)"
        case .young(nil): "kept, nobody knows how long"
        case .unfinished(let count): "\(count) of its consults have no outcome yet"
        case .notSequenced: "not all of it is in the tree yet"
        }
    }
}
