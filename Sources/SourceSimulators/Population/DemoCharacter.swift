public import Facts

/// What the demo needs to play one of its characters.
public struct DemoCharacter: Hashable, Sendable, Redacted {
    public let role: DemoCast
    /// The number that the character gives: the old one when it was replaced.
    public let ssin: SSIN
    /// The plate that the character gives, where the situation is about one.
    public let plate: Plate?
    /// A name to show; `nil` when nobody has the number.
    public let name: String?
}
