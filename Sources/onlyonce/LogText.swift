/// Texts as they stand in a line of the log: none can begin a line, command a terminal, or pass for
/// another detail.
enum LogText {
    /// Appends words of our own, in quotes when they could pass for a detail.
    static func appendWords(_ text: String, to line: inout [UInt8]) {
        append(text, to: &line, isQuoted: text.utf8.contains(where: isMark))
    }

    /// Appends a value, in quotes unless it is one plain word.
    static func appendValue(_ text: String, to line: inout [UInt8]) {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    ? scalar.value > 0x20 && scalar.value != 0x7F
                        && !isMark(UInt8(truncatingIfNeeded: scalar.value))
                    : !isHostile(scalar) && !scalar.properties.isWhitespace
            }
        append(text, to: &line, isQuoted: !isPlain)
    }

    /// Appends a key: letters and digits of ASCII, `_`, `-` and `.`; anything else shows as `?`.
    static func appendKey(_ key: String, to line: inout [UInt8]) {
        if key.isEmpty { line.append(UInt8(ascii: "?")) }
        for scalar in key.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".":
                line.append(UInt8(truncatingIfNeeded: scalar.value))
            default: line.append(UInt8(ascii: "?"))
            }
        }
    }

    private static func append(_ text: String, to line: inout [UInt8], isQuoted: Bool) {
        if isQuoted { line.append(UInt8(ascii: "\"")) }
        for scalar in text.unicodeScalars {
            if isHostile(scalar) {
                line.append(UInt8(ascii: "?"))
            } else {
                if isQuoted && (scalar == "\"" || scalar == "\\") {
                    line.append(UInt8(ascii: "\\"))
                }
                line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        if isQuoted { line.append(UInt8(ascii: "\"")) }
    }

    /// What separates or encloses details.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Control characters, those from U+0080 to U+009F among them, and separators of lines and
    /// paragraphs.
    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
