public import Facts

/// The name by which an identity provider knows an official: 1 to 128 printable ASCII characters.
public struct OfficialID: Hashable, Sendable, Redacted {
    public let text: String

    /// `nil` when the text is empty, too long or holds other characters.
    public init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard (1...128).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = String(text)
    }
}
