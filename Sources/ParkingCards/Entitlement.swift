/// The card to which somebody is entitled.
public struct Entitlement: Hashable, Sendable {
    /// The how-manieth card of those that count together it is, from 1.
    public let rank: Int
    /// For one year or one month, as ``billing`` says.
    public let amount: Euros
    public let billing: Billing
    public let validity: ValidityPeriod
    public let variant: CardVariant
    /// Where the card is valid, when not in the whole municipality.
    public let sector: SectorID?
    public let allowance: GrantedAllowance?
}
