/// What a step gives besides the changed life.
struct CardStepResult {
    let event: CardEvent
    let place: PlaceChange

    init(_ event: CardEvent, _ place: PlaceChange = .keep) {
        self.event = event
        self.place = place
    }
}
