/// The name of a sector within one regulation, `zone-1`.
public struct SectorID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Reads 1 to 32 small letters, digits and dashes; otherwise `nil`.
    public init?(parsing text: String) {
        guard (1...32).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (left: SectorID, right: SectorID) -> Bool { left.text < right.text }
}
