public import Facts

/// Why an official took a step: 1 to 500 printable characters. Printing it hides it.
public struct CardReason: Hashable, Sendable, Redacted {
    public let text: String

    /// Returns `nil` for an empty or longer text, or one with control characters.
    public init?(parsing text: String) {
        guard (1...500).contains(text.unicodeScalars.count),
            text.unicodeScalars.contains(where: { $0.value > 0x20 }),
            text.unicodeScalars.allSatisfy({
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
            })
        else { return nil }
        self.text = text
    }
}
