/// The card to which somebody is entitled.
public struct Entitlement: Hashable, Sendable {
    /// The how-manieth card of the household it is, from 1.
    public let rank: Int
    /// For one year.
    public let amount: Euros
    public let validity: ValidityPeriod
}
