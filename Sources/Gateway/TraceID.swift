/// A caller's name for a chain of calls. Only a UUID or a W3C trace id (32 hexadecimal digits) is
/// kept: any other text could hide personal data.
public struct TraceID: Hashable, Sendable, CustomStringConvertible {
    /// Small letters.
    public let text: String

    /// `nil` for a text of another form, and for the all-zero id that W3C forbids.
    public init?(_ text: some StringProtocol) {
        let lower = text.lowercased()
        let bytes = Array(lower.utf8)
        let dashes = bytes.count == 36 ? [8, 13, 18, 23] : []
        guard bytes.count == 32 || bytes.count == 36 else { return nil }
        var onlyZeros = true
        for (position, byte) in bytes.enumerated() {
            if dashes.contains(position) {
                guard byte == 0x2D else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else {
                    return nil
                }
                if byte != 0x30 { onlyZeros = false }
            }
        }
        guard !onlyZeros else { return nil }
        self.text = lower
    }

    public var description: String { text }
}
