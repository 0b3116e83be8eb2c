/// The name that a caller gave an exchange: a UUID, or a W3C trace id of 32 hexadecimal digits.
/// Other forms are not kept, because anything could stand in them.
public struct TraceID: Hashable, Sendable, CustomStringConvertible {
    /// In small letters.
    public let text: String

    public init(parsing text: some StringProtocol) throws(InvalidText) {
        let lowered = text.utf8.map { (0x41...0x46).contains($0) ? $0 + 0x20 : $0 }
        let dashes: Set<Int> = lowered.count == 36 ? [8, 13, 18, 23] : []
        guard lowered.count == 36 || lowered.count == 32 else { throw InvalidText() }
        for (position, byte) in lowered.enumerated() {
            let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            guard dashes.contains(position) ? byte == 0x2D : isDigit else { throw InvalidText() }
        }
        self.text = String(decoding: lowered, as: UTF8.self)
    }

    public var description: String { text }
}
