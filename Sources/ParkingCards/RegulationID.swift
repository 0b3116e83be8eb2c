/// The name of a regulation, `sample-schaerbeek`.
public struct RegulationID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 64 small letters, digits and dashes; otherwise `nil`.
    public init?(parsing text: String) {
        guard (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}
