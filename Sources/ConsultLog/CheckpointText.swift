/// A signed note (C2SP signed-note) as text: at most 16,384 bytes of printable lines, each with its
/// end. What it says is for the reader to check.
public struct CheckpointText: Hashable, Sendable {
    static let mostBytes = 16_384

    public let text: String

    public init(parsing text: some StringProtocol) throws(InvalidText) {
        guard (1...Self.mostBytes).contains(text.utf8.count), text.hasSuffix("\n"),
            text.unicodeScalars.allSatisfy({ $0 == "\n" || BoundedText.isPrintable($0) })
        else { throw InvalidText() }
        self.text = String(text)
    }
}
