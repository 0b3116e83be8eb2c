/// What became of an application that came in.
public enum CardReceipt: Hashable, Sendable {
    /// It was received, and has its place in the order.
    case received(CardLife)
    /// The same order came before.
    case known(KnownOrder)
    /// The card that it renews has a renewal that is open, or was granted.
    case alreadyRenewed(CardID)
}
