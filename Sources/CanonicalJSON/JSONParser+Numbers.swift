extension JSONParser {
    /// The largest whole number that every reader keeps exactly (RFC 7493 §2.2).
    static let largestInteger: Int64 = (1 << 53) - 1

    /// Reads a number; the position is at its sign or first digit.
    mutating func number() throws(JSONFailure) -> JSONValue {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        try digits()
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
            throw .unexpectedByte(offset: firstDigit + 1)
        }
        let endOfInteger = position
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        let endOfSignificand = position
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            let sign = try peek()
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return position == endOfInteger
            ? .integer(try integer(start, firstDigit))
            : try fraction(start, endOfSignificand)
    }

    private mutating func digits() throws(JSONFailure) {
        guard isDigit(try peek()) else { throw .unexpectedByte(offset: position) }
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func integer(_ start: Int, _ firstDigit: Int) throws(JSONFailure) -> Int64 {
        guard position - firstDigit <= 16 else { throw .notInteroperable(offset: start) }
        var value: Int64 = 0
        for byte in bytes[firstDigit..<position] {
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        guard value <= Self.largestInteger else { throw .notInteroperable(offset: start) }
        return firstDigit == start ? value : -value
    }

    /// The nearest double; a whole one becomes an integer, because ECMAScript does not tell
    /// `1.0` from `1`. A number that would become infinite, or zero, is refused.
    private func fraction(_ start: Int, _ endOfSignificand: Int) throws(JSONFailure) -> JSONValue {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.magnitude <= Double(Self.largestInteger) else {
            throw .notInteroperable(offset: start)
        }
        let isWrittenAsZero = bytes[start..<endOfSignificand].allSatisfy { byte in
            !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte)
        }
        guard value != 0 || isWrittenAsZero else { throw .notInteroperable(offset: start) }
        let whole = Int64(value)
        return Double(whole) == value ? .integer(whole) : .number(value)
    }
}
