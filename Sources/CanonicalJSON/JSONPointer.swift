/// JSON pointers (RFC 6901) that are safe to show.
enum JSONPointer {
    /// The longest name that is shown whole.
    private static let longest = 64
    /// A name with more digits could be a number of a person.
    private static let mostDigits = 5

    /// A member name as a reference token.
    ///
    /// The name was written by whoever sent the text: one that is not printable ASCII, or that has
    /// so many digits that it could be somebody's number, shows as `…`; a long one is cut.
    static func token(_ name: String) -> String {
        var digits = 0
        var isPlain = true
        let shown = name.utf8.prefix(longest)
        for byte in shown {
            guard (0x20...0x7E).contains(byte) else { return "…" }
            if (0x30...0x39).contains(byte) { digits += 1 }
            if byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/") { isPlain = false }
        }
        guard digits <= mostDigits else { return "…" }
        if isPlain && name.utf8.count <= longest { return name }
        var token = ""
        for byte in shown {
            switch byte {
            case UInt8(ascii: "~"): token += "~0"
            case UInt8(ascii: "/"): token += "~1"
            default: token.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return name.utf8.count > longest ? token + "…" : token
    }
}
