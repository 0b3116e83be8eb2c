/// To whom a type of card is given.
public enum CardHolder: String, Hashable, Sendable, CaseIterable {
    case person
    case enterprise
}
