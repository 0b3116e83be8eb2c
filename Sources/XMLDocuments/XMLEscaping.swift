/// The escaping of character data and attribute values (XML 1.0 §2.2, §2.4, §3.3.3).
enum XMLEscaping {
    /// Appends the text so that a parser reads back exactly this text.
    ///
    /// A carriage return, and in attributes a tab or a line feed, would be normalised away: they
    /// are written as character references.
    /// - Returns: `false` when the text has a character that XML 1.0 cannot carry at all.
    static func append(_ text: String, to bytes: inout [UInt8], inAttribute: Bool) -> Bool {
        // U+FFFE and U+FFFF, the last two of the plane, are EF BF BE and EF BF BF in UTF-8.
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\"") where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0x0A where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
            case 0x09 where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
            case 0x0A, 0x09: bytes.append(byte)
            case 0x00..<0x20: return false
            case 0xBE, 0xBF:
                if beforePrevious == 0xEF && previous == 0xBF { return false }
                bytes.append(byte)
            default: bytes.append(byte)
            }
            beforePrevious = previous
            previous = byte
        }
        return true
    }
}
