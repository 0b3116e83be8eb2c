/// What a card costs a year, by its rank within the quota.
public struct Tariff: Hashable, Sendable {
    /// From rank 1 on, without gaps.
    public let amounts: [Euros]

    /// The amount of the card of this rank; `nil` when the tariff has no such rank.
    public func amount(rank: Int) -> Euros? {
        amounts.indices.contains(rank - 1) ? amounts[rank - 1] : nil
    }
}
