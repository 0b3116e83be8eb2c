/// What happened in a register that ends a card.
public enum RegisterEvent: String, Hashable, Sendable, CaseIterable {
    /// The holder died. Nobody writes to them: an official handles it.
    case death
    /// The holder's main residence is elsewhere.
    case move
    /// The plate was struck off.
    case plateStruckOff
}
