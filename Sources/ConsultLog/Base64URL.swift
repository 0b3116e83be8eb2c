/// Base64 with the URL alphabet and without padding (RFC 4648 §5), in its one canonical form.
public enum Base64URL {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func append(_ bytes: some RandomAccessCollection<UInt8>, to text: inout [UInt8]) {
        let alphabet = alphabet
        var position = bytes.startIndex
        var rest = bytes.count
        while rest > 0 {
            var group: UInt32 = 0
            let count = min(rest, 3)
            for number in 0..<3 {
                group <<= 8
                guard number < count else { continue }
                group |= UInt32(bytes[position])
                bytes.formIndex(after: &position)
            }
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            if count > 1 { text.append(alphabet[Int(group >> 6 & 63)]) }
            if count > 2 { text.append(alphabet[Int(group & 63)]) }
            rest -= count
        }
    }

    /// The text of some bytes.
    public static func text(_ bytes: some RandomAccessCollection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or `nil` for a text with other characters, padding or loose bits at its end.
    public static func bytes(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { buffer in
            let span = unsafe buffer.span
            return bytes(0..<span.count, in: span)
        }
    }

    /// The bytes that a range of a text stands for; as ``bytes(_:)``.
    static func bytes(_ range: Range<Int>, in text: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count * 3 / 4)
        var pending: UInt32 = 0
        var bits = 0
        for offset in range {
            guard let value = value(of: text[offset]) else { return nil }
            pending = pending << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
            }
        }
        guard bits < 6, pending & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case 0x41...0x5A: UInt32(character - 0x41)
        case 0x61...0x7A: UInt32(character - 0x61 + 26)
        case 0x30...0x39: UInt32(character - 0x30 + 52)
        case 0x2D: 62
        case 0x5F: 63
        default: nil
        }
    }
}
