import CanonicalJSON
import TransparencyLogs

// What entries write in texts, in the one form that each has (Contracts/log/README.md).
extension CanonicalScanner {
    /// Reads a UUID of version 7 between quotes.
    mutating func uuid(in bytes: Span<UInt8>) throws(Unexpected) -> ScannedUUID {
        let start = position
        let range = try string(in: bytes)
        guard range.count == 36 else { throw Unexpected(offset: start) }
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for offset in 0..<36 {
            let byte = bytes[range.lowerBound + offset]
            if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
                guard byte == UInt8(ascii: "-") else { throw Unexpected(offset: start) }
                continue
            }
            let nibble: UInt64
            switch byte {
            case 0x30...0x39: nibble = UInt64(byte - 0x30)
            case 0x61...0x66: nibble = UInt64(byte - 0x61 + 10)
            default: throw Unexpected(offset: start)
            }
            if digits < 16 {
                words.0 = words.0 << 4 | nibble
            } else {
                words.1 = words.1 << 4 | nibble
            }
            digits += 1
        }
        guard words.0 >> 12 & 0xF == 7, words.1 >> 62 == 2 else {
            throw Unexpected(offset: start)
        }
        return ScannedUUID(high: words.0, low: words.1)
    }

    /// Reads the hash of a leaf between quotes: 32 bytes in base64url.
    mutating func leaf(in bytes: Span<UInt8>) throws(Unexpected) -> TreeHash {
        let start = position
        let range = try string(in: bytes)
        guard let content = Self.base64URL(range, count: 32, in: bytes),
            let hash = TreeHash(bytes: content)
        else { throw Unexpected(offset: start) }
        return hash
    }

    /// Passes over that many bytes in base64url between quotes.
    mutating func bytes(_ count: Int, in bytes: Span<UInt8>) throws(Unexpected) {
        let start = position
        let range = try string(in: bytes)
        guard Self.base64URL(range, count: count, in: bytes) != nil else {
            throw Unexpected(offset: start)
        }
    }

    private static func base64URL(
        _ range: Range<Int>, count: Int, in bytes: Span<UInt8>
    ) -> [UInt8]? {
        guard range.count == (count * 4 + 2) / 3 else { return nil }
        var content: [UInt8] = []
        content.reserveCapacity(count)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for offset in range {
            let value: UInt8
            switch bytes[offset] {
            case let letter where (0x41...0x5A).contains(letter): value = letter - 0x41
            case let letter where (0x61...0x7A).contains(letter): value = letter - 0x61 + 26
            case let digit where (0x30...0x39).contains(digit): value = digit - 0x30 + 52
            case 0x2D: value = 62
            case 0x5F: value = 63
            default: return nil
            }
            pending = pending << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                content.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        // The last character has no bit that stands for nothing.
        return pending & (1 << bits - 1) == 0 ? content : nil
    }
}
