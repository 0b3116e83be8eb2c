public import Facts

/// Why somebody looked into the log, or ordered something of it. Printing it hides it.
public struct StatedReason: Hashable, Sendable, Redacted {
    /// The most characters (Unicode scalars).
    public static let mostScalars = 500

    public let text: String

    /// Reads 1 to 500 printable characters.
    public init(parsing text: some StringProtocol) throws(InvalidText) {
        self.text = try BoundedText.check(text, most: Self.mostScalars)
    }
}
