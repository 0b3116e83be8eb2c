public import Facts
import Gateway

/// What a step does to the place of a card in its quota.
public enum PlaceChange: Hashable, Sendable {
    case keep
    /// An application that is not decided keeps its place: until that day, or as long as it takes;
    /// with the slot in which it would count, once that is known.
    case claim(until: CalendarDate?, slot: PlaceKey?)
    /// A grant takes a place.
    case reserve(PlaceRequest)
    /// The place, which is still held on that day, is kept until another one.
    case hold(until: CalendarDate, on: CalendarDate)
    /// The card is for other vehicles, of which the slots must be free on that day but for those
    /// that people share.
    case exchange(plates: [Plate], shared: Set<Plate>, on: CalendarDate)
    /// The place is free again.
    case release
}
