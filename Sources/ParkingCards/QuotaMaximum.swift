/// How many cards may count together.
public enum QuotaMaximum: Hashable, Sendable {
    case cards(Int)
    /// No maximum up to `above` paid members of staff; beyond that, a share of them in thousandths.
    case staffShare(perMille: Int, above: Int)

    /// The least number of staff with which so many cards are within the share; 0 when any is.
    func leastStaff(for cards: Int) -> Int {
        switch self {
        case .cards: 0
        case .staffShare(let perMille, _): (cards * 1000 + perMille - 1) / perMille
        }
    }
}
