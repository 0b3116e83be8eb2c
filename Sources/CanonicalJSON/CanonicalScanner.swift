/// Reads canonical JSON (RFC 8785) from the front without making values of it: some ten times as
/// fast, for whoever only needs to know that it is canonical.
///
/// It knows what entries are made of: whole numbers, and names of members in ASCII.
public struct CanonicalScanner: Sendable {
    /// Where something else stands than the canonical form has.
    public struct Unexpected: Error, Hashable {
        public let offset: Int

        public init(offset: Int) { self.offset = offset }
    }

    private static let mostDepth = 8
    private static let largestInteger: UInt64 = (1 << 53) - 1

    /// How many bytes it has passed.
    public private(set) var position = 0

    public init() {}

    /// Passes over these very bytes.
    public mutating func expect(_ text: StaticString, in bytes: Span<UInt8>) throws(Unexpected) {
        guard isNext(text, in: bytes) else { throw Unexpected(offset: position) }
        position += text.utf8CodeUnitCount
    }

    /// Passes over one byte when it is next, and says whether it was.
    public mutating func skip(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Passes over a text and returns where it stands between its quotes.
    public mutating func string(in bytes: Span<UInt8>) throws(Unexpected) -> Range<Int> {
        guard skip(UInt8(ascii: "\""), in: bytes) else { throw Unexpected(offset: position) }
        let start = position
        var isASCII = true
        while position < bytes.count {
            // Most of an entry are characters that stand for themselves: they are passed in one go.
            var end = position
            while end < bytes.count, Self.isPlain(bytes[end]) { end += 1 }
            position = end
            guard end < bytes.count else { break }
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                position += 1
                let range = start..<end
                if !isASCII { try checkCharacters(range, in: bytes) }
                return range
            }
            if byte < 0x20 { break }
            if byte == UInt8(ascii: "\\") {
                try escape(in: bytes)
            } else {
                isASCII = false
                position += 1
            }
        }
        throw Unexpected(offset: position)
    }

    /// Reads a whole number.
    public mutating func integer(in bytes: Span<UInt8>) throws(Unexpected) -> Int64 {
        let start = position
        let isNegative = skip(UInt8(ascii: "-"), in: bytes)
        let first = position
        var magnitude: UInt64 = 0
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
            magnitude = magnitude * 10 + UInt64(bytes[position] - 0x30)
            guard magnitude <= Self.largestInteger else { throw Unexpected(offset: start) }
            position += 1
        }
        let hasLeadingZero = position > first && bytes[first] == 0x30
        guard position > first, !hasLeadingZero || position == first + 1 && !isNegative else {
            throw Unexpected(offset: start)
        }
        return isNegative ? -Int64(magnitude) : Int64(magnitude)
    }

    /// Passes over the name of a member, which comes behind that of the member before, and its
    /// colon.
    public mutating func name(
        after last: Range<Int>?, in bytes: Span<UInt8>
    ) throws(Unexpected) -> Range<Int> {
        let start = position
        let name = try string(in: bytes)
        for offset in name where bytes[offset] >= 0x80 || bytes[offset] == UInt8(ascii: "\\") {
            throw Unexpected(offset: offset)
        }
        if let last, !isBefore(last, name, in: bytes) { throw Unexpected(offset: start) }
        try expect(":", in: bytes)
        return name
    }

    /// Passes over a value of any kind.
    public mutating func value(in bytes: Span<UInt8>, depth: Int = 0) throws(Unexpected) {
        guard position < bytes.count, depth <= Self.mostDepth else {
            throw Unexpected(offset: position)
        }
        switch bytes[position] {
        case UInt8(ascii: "\""): _ = try string(in: bytes)
        case UInt8(ascii: "{"): try object(in: bytes, depth: depth)
        case UInt8(ascii: "["): try array(in: bytes, depth: depth)
        case UInt8(ascii: "t"): try expect("true", in: bytes)
        case UInt8(ascii: "f"): try expect("false", in: bytes)
        case UInt8(ascii: "n"): try expect("null", in: bytes)
        default: _ = try integer(in: bytes)
        }
    }

    private mutating func object(in bytes: Span<UInt8>, depth: Int) throws(Unexpected) {
        position += 1
        if skip(UInt8(ascii: "}"), in: bytes) { return }
        var last: Range<Int>?
        repeat {
            last = try name(after: last, in: bytes)
            try value(in: bytes, depth: depth + 1)
        } while skip(UInt8(ascii: ","), in: bytes)
        try expect("}", in: bytes)
    }

    private mutating func array(in bytes: Span<UInt8>, depth: Int) throws(Unexpected) {
        position += 1
        if skip(UInt8(ascii: "]"), in: bytes) { return }
        repeat {
            try value(in: bytes, depth: depth + 1)
        } while skip(UInt8(ascii: ","), in: bytes)
        try expect("]", in: bytes)
    }

    /// An escape, of which there is one for each character that must have one (§3.2.2.2).
    private mutating func escape(in bytes: Span<UInt8>) throws(Unexpected) {
        let start = position
        guard start + 1 < bytes.count else { throw Unexpected(offset: start) }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"),
            UInt8(ascii: "n"), UInt8(ascii: "f"), UInt8(ascii: "r"):
            position += 2
        case UInt8(ascii: "u"):
            position += 2
            try expect("00", in: bytes)
            guard position + 1 < bytes.count else { throw Unexpected(offset: start) }
            let (high, low) = (bytes[position], bytes[position + 1])
            let isDigit = (0x30...0x39).contains(low)
            // 08, 09, 0a, 0c and 0d have short forms.
            let isLong =
                high == 0x31 && (isDigit || (0x61...0x66).contains(low))
                || high == 0x30
                    && ((0x30...0x37).contains(low) || [0x62, 0x65, 0x66].contains(low))
            guard isLong else { throw Unexpected(offset: start) }
            position += 2
        default: throw Unexpected(offset: start)
        }
    }

    private func checkCharacters(
        _ range: Range<Int>, in bytes: Span<UInt8>
    ) throws(Unexpected) {
        let copy = range.map { bytes[$0] }
        guard let text = String(validating: copy, as: UTF8.self),
            !text.unicodeScalars.contains(where: \.properties.isNoncharacterCodePoint)
        else { throw Unexpected(offset: range.lowerBound) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private func isNext(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for offset in 0..<count where unsafe text.utf8Start[offset] != bytes[position + offset] {
            return false
        }
        return true
    }

    private func isBefore(
        _ left: Range<Int>, _ right: Range<Int>, in bytes: Span<UInt8>
    ) -> Bool {
        for offset in 0..<min(left.count, right.count) {
            let (one, other) = (
                bytes[left.lowerBound + offset], bytes[right.lowerBound + offset]
            )
            if one != other { return one < other }
        }
        return left.count < right.count
    }
}
