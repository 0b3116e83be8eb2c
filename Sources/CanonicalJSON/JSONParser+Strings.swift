extension JSONParser {
    /// Reads a string; the position is at its opening quote.
    mutating func string() throws(JSONFailure) -> String {
        position += 1
        let start = position
        var highest: UInt8 = 0
        while true {
            let byte = try peek()
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") { return try stringWithEscapes(from: start) }
            guard byte >= 0x20 else { throw .controlCharacter(offset: position) }
            highest = max(highest, byte)
            position += 1
        }
        defer { position += 1 }
        return try text(bytes[start..<position], highest: highest, start: start)
    }

    /// Reads on from the first escape, copying what came before it.
    private mutating func stringWithEscapes(from start: Int) throws(JSONFailure) -> String {
        var unescaped = Array(bytes[start..<position])
        while true {
            let byte = try peek()
            if byte == UInt8(ascii: "\"") { break }
            guard byte >= 0x20 else { throw .controlCharacter(offset: position) }
            position += 1
            if byte == UInt8(ascii: "\\") {
                try escape(into: &unescaped)
            } else {
                unescaped.append(byte)
            }
        }
        position += 1
        return try text(unescaped[...], highest: unescaped.max() ?? 0, start: start)
    }

    private mutating func escape(into unescaped: inout [UInt8]) throws(JSONFailure) {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            unescaped.append(contentsOf: Array(String(Character(try escapedScalar())).utf8))
        default: throw .invalidEscape(offset: position - 1)
        }
    }

    /// Reads what follows `\u`: four hexadecimal digits, or a surrogate pair.
    private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
        let start = position - 2
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, position + 1 < bytes.count,
            bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        else { throw .loneSurrogate(offset: start) }
        position += 2
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(
                0x10000 + ((UInt32(first) - 0xD800) << 10) + (UInt32(second) - 0xDC00))
        else { throw .loneSurrogate(offset: start) }
        return scalar
    }

    private mutating func codeUnit() throws(JSONFailure) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let byte = try peek()
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw .invalidEscape(offset: position)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    private func text(
        _ content: ArraySlice<UInt8>, highest: UInt8, start: Int
    ) throws(JSONFailure) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            throw .invalidUTF8(offset: start)
        }
        // Noncharacters start at U+FDD0, whose first byte is EF.
        if highest >= 0xEF, text.unicodeScalars.contains(where: \.isNoncharacter) {
            throw .notInteroperable(offset: start)
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Whether this is one of the 66 noncharacters, which RFC 7493 §2.1 keeps out.
    var isNoncharacter: Bool {
        (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
    }
}
