/// The name of a legal reference within one regulation file.
public struct ReferenceID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 32 capitals, digits and dashes; otherwise `nil`.
    public init?(parsing text: String) {
        guard (1...32).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}
