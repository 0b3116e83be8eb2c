public import Facts

/// A universally unique identifier of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then
/// random bits. Small letters when written.
public struct UUIDv7: Hashable, Sendable, Comparable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// Makes an identifier from a time and 74 of 128 random bits.
    public init(at time: Timestamp, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(bitPattern: time.milliseconds) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | (random.0 & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (random.1 & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// Reads 16 bytes; `nil` unless they are a UUID of version 7.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        let high = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let low = bytes.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard high >> 12 & 0xF == 7, low >> 62 == 2 else { return nil }
        self.high = high
        self.low = low
    }

    /// Reads the written form with its dashes, in small letters.
    public init?(parsing text: some StringProtocol) {
        let characters = Array(text.utf8)
        guard characters.count == 36 else { return nil }
        var bytes: [UInt8] = []
        var half: UInt8?
        for (position, character) in characters.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard character == 0x2D else { return nil }
                continue
            }
            let nibble: UInt8
            switch character {
            case 0x30...0x39: nibble = character - 0x30
            case 0x61...0x66: nibble = character - 0x61 + 10
            default: return nil
            }
            if let first = half {
                bytes.append(first << 4 | nibble)
                half = nil
            } else {
                half = nibble
            }
        }
        self.init(bytes: bytes)
    }

    /// Reads the written form in a range of bytes.
    init?(_ text: Range<Int>, in bytes: Span<UInt8>) {
        guard text.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for offset in 0..<36 {
            let character = bytes[text.lowerBound + offset]
            if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
                guard character == 0x2D else { return nil }
                continue
            }
            let nibble: UInt64
            switch character {
            case 0x30...0x39: nibble = UInt64(character - 0x30)
            case 0x61...0x66: nibble = UInt64(character - 0x61 + 10)
            default: return nil
            }
            if offset < 18 { high = high << 4 | nibble } else { low = low << 4 | nibble }
        }
        guard high >> 12 & 0xF == 7, low >> 62 == 2 else { return nil }
        self.high = high
        self.low = low
    }

    /// The 16 bytes, big-endian.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        append(to: &bytes)
        return bytes
    }

    /// The written form with its dashes, in small letters.
    public var text: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        appendText(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends ``bytes``.
    func append(to bytes: inout [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
        }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: low >> UInt64(shift)))
        }
    }

    /// Appends ``text``.
    public func appendText(to text: inout [UInt8]) {
        for shift in stride(from: 60, through: 0, by: -4) {
            if shift == 28 || shift == 12 { text.append(UInt8(ascii: "-")) }
            text.append(Self.digit(high >> UInt64(shift)))
        }
        for shift in stride(from: 60, through: 0, by: -4) {
            if shift == 60 || shift == 44 { text.append(UInt8(ascii: "-")) }
            text.append(Self.digit(low >> UInt64(shift)))
        }
    }

    /// The hexadecimal digit of the last four bits.
    private static func digit(_ word: UInt64) -> UInt8 {
        let nibble = UInt8(truncatingIfNeeded: word & 15)
        return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") - 10 + nibble
    }

    /// The time that the identifier carries.
    public var time: Timestamp { Timestamp(milliseconds: Int64(high >> 16)) }

    public static func < (left: UUIDv7, right: UUIDv7) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
