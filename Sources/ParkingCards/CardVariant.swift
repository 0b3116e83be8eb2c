/// A form of a card that is given on another ground than the usual one. The raw value is the word
/// in a regulation file; the order is the one in which one goes before another.
public enum CardVariant: String, Hashable, Sendable, CaseIterable {
    /// For who has a second home in the municipality.
    case secondHome = "second_home"
    /// For a vehicle whose registration is under way.
    case temporary
    /// For who is moving in.
    case provisional
    case normal
}
