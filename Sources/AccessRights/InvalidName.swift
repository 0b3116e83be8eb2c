/// A text that is not a name of ours. It never holds the text.
public struct InvalidName: Error, Hashable, Sendable {}
