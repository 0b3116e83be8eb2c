/// How many people are registered in one household, or why that is not known. Nobody is named.
public enum HouseholdSize: Hashable, Sendable {
    /// At least one: the person who was asked about is counted.
    case people(Int)
    case unknown(UnknownReason)

    /// The number, when it is known.
    public var answer: Int? {
        switch self {
        case .people(let count): count
        case .unknown: nil
        }
    }
}
