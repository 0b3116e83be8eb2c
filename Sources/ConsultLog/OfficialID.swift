public import Facts

/// The official for whom an application asks, as the token names them. Printing it hides it.
public struct OfficialID: Hashable, Sendable, Redacted {
    public let text: String

    /// Reads 1 to 128 printable characters.
    public init(parsing text: some StringProtocol) throws(InvalidText) {
        self.text = try BoundedText.check(text)
    }
}
