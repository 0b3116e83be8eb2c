/// JSON pointers (RFC 6901) that are safe to show.
enum JSONPointer {
    /// The longest name that is shown whole.
    private static let longest = 64
    /// A name with more digits could be a number of a person.
    private static let mostDigits = 5

    /// A member name as a reference token, as far as it may be shown.
    static func token(_ name: String) -> String {
        let shown = shown(name)
        guard shown.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
        else { return shown }
        var token = ""
        for scalar in shown.unicodeScalars {
            switch scalar {
            case "~": token += "~0"
            case "/": token += "~1"
            default: token.unicodeScalars.append(scalar)
            }
        }
        return token
    }

    /// As much of a name as may be shown.
    ///
    /// The name was written by whoever sent the text: one that is not printable ASCII, or that has
    /// so many digits that it could be somebody's number, shows as `…`; a long one is cut.
    static func shown(_ name: String) -> String {
        var digits = 0
        let beginning = name.utf8.prefix(longest)
        for byte in beginning {
            guard (0x20...0x7E).contains(byte) else { return "…" }
            if (0x30...0x39).contains(byte) { digits += 1 }
        }
        guard digits <= mostDigits else { return "…" }
        return name.utf8.count > longest ? String(decoding: beginning, as: UTF8.self) + "…" : name
    }
}
