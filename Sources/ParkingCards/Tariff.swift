/// What a card costs, by its rank within the quota.
public enum Tariff: Hashable, Sendable {
    /// The amount of all cards up to a rank; the last one has no end.
    public struct Band: Hashable, Sendable {
        public let upTo: Int?
        public let amount: Euros
    }

    /// From rank 1 on, without gaps.
    case ranks([Euros])
    /// In ascending order.
    case bands([Band])

    /// The amount of the card of this rank; `nil` when the tariff has no such rank.
    public func amount(rank: Int) -> Euros? {
        guard rank > 0 else { return nil }
        switch self {
        case .ranks(let amounts): return rank <= amounts.count ? amounts[rank - 1] : nil
        case .bands(let bands): return bands.first { $0.upTo.map { rank <= $0 } ?? true }?.amount
        }
    }

    /// The highest rank that has an amount; `nil` when every rank has one.
    public var lastRank: Int? {
        switch self {
        case .ranks(let amounts): amounts.count
        case .bands(let bands): bands.last?.upTo
        }
    }
}
