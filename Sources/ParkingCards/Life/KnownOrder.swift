/// What is known of an order with an ``IdempotencyKey``.
public enum KnownOrder: Hashable, Sendable {
    /// It was begun for this card, and has no answer yet.
    case begun(CardID)
    /// It was carried out, and was answered so.
    case answered(CardID, [UInt8])
    /// The key was used for another order.
    case anotherOrder
}
