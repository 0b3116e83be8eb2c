/// A step that is to be made durable.
public struct CardChange: Sendable {
    /// The life after the step, with the revision that it had before.
    public let life: CardLife
    /// The lines of history that it adds.
    public let events: [CardEvent]
    public let place: PlaceChange
    /// The order that brings it about, and its answer.
    public let order: (key: IdempotencyKey, answer: [UInt8])?

    public init(
        _ life: CardLife, _ events: [CardEvent], _ place: PlaceChange,
        order: (key: IdempotencyKey, answer: [UInt8])? = nil
    ) {
        self.life = life
        self.events = events
        self.place = place
        self.order = order
    }
}
