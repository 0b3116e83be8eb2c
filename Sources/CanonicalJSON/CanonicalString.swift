/// Strings in canonical JSON: nothing is escaped but what must be (RFC 8785 §3.2.2.2).
enum CanonicalString {
    private static let hexDigits = Array("0123456789abcdef".utf8)

    static func append(_ text: String, to bytes: inout [UInt8]) throws(JSONFailure) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        // Copied first and looked at there: hardly any text needs more.
        bytes.append(contentsOf: text.utf8)
        let (escapes, highest) = unsafe bytes.withUnsafeBufferPointer { bytes in
            var (escapes, highest) = (0, UInt8(0))
            for index in start..<bytes.count {
                escapes += unsafe mustBeEscaped(bytes[index]) ? 1 : 0
                highest = unsafe max(highest, bytes[index])
            }
            return (escapes, highest)
        }
        if highest >= 0xEF, text.unicodeScalars.contains(where: \.isNoncharacter) {
            throw .notInteroperable(offset: start)
        }
        if escapes > 0 {
            bytes.removeSubrange(start...)
            for byte in text.utf8 { append(byte, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard mustBeEscaped(byte) else { return bytes.append(byte) }
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexDigits[Int(byte >> 4)])
            bytes.append(hexDigits[Int(byte & 0x0F)])
        }
    }
}
