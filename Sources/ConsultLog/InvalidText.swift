/// A text that is too long, empty or not printable. It never holds the text.
public struct InvalidText: Error, Hashable, Sendable {}
