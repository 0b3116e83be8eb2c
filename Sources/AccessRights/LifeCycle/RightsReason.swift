public import Facts

/// Why somebody took a step. Printing it hides it.
public struct RightsReason: Hashable, Sendable, Redacted {
    public let text: String

    /// Reads 1 to 500 printable characters.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        self.text = try LifeCycleText.check(text, most: 500)
    }
}
