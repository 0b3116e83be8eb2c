public import Facts

/// The name of the file that an application handles: 1 to 64 printable ASCII characters. It can
/// identify a person, so printing it hides it.
public struct DossierNumber: Hashable, Sendable, Redacted {
    public let text: String

    /// `nil` when the text is empty, too long or holds other characters.
    public init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = String(text)
    }
}
