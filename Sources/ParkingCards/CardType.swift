/// A type of parking card. Its raw value is its key in a regulation file.
public enum CardType: String, Hashable, Sendable, CaseIterable {
    /// The card of somebody who lives in the municipality (bewonerskaart, carte riverain).
    case resident
}
