/// Finds what would keep the parser busy for minutes, before it starts.
///
/// The parser puts the aliased node in the alias's place without a trace, and hashes the keys of
/// every mapping: a few hundred bytes of nested aliases in a key would keep it busy for hours. An
/// alias `*name` needs an anchor `&name` with the same letters, so it is enough to look for a name
/// that occurs with both signs. This can refuse a text that merely mentions both; such a text has
/// no place in our documents.
enum HostileScan {
    /// How many explicit keys (`? `) a text may have. Each level of keys within keys makes the
    /// parser hash everything inside once more; prose with a space before `?` stays below this.
    private static let mostExplicitKeys = 64

    /// Where there is one explicit key too many, if there are so many.
    static func excessiveKey(in bytes: [UInt8]) -> YAMLPosition? {
        var count = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "?") {
            let isAtStart = index == 0 || !isWordByte(bytes[index - 1])
            guard isAtStart else { continue }
            count += 1
            if count > mostExplicitKeys { return position(of: index, in: bytes) }
        }
        return nil
    }

    /// Where the first alias stands, if there is one.
    static func firstAlias(in bytes: [UInt8]) -> YAMLPosition? {
        let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map { bytes[$0] })
        guard !anchors.isEmpty else { return nil }
        let alias = names(after: UInt8(ascii: "*"), in: bytes)
            .first { anchors.contains(bytes[$0]) }
        guard let alias else { return nil }
        return position(of: alias.lowerBound - 1, in: bytes)
    }

    private static func position(of index: Int, in bytes: [UInt8]) -> YAMLPosition {
        let before = bytes[..<index]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
        return YAMLPosition(line: line, column: column)
    }

    /// What cannot stand right before an explicit key: letters, digits and all that is not ASCII.
    private static func isWordByte(_ byte: UInt8) -> Bool { isNameByte(byte) || byte >= 0x80 }

    /// The ranges of the names that follow this sign. Names are short: what is cut cuts alike.
    private static func names(after sign: UInt8, in bytes: [UInt8]) -> [Range<Int>] {
        var names: [Range<Int>] = []
        for index in bytes.indices where bytes[index] == sign {
            let start = index + 1
            let end = bytes[start...].prefix(64).prefix(while: isNameByte).endIndex
            if end > start { names.append(start..<end) }
        }
        return names
    }

    /// What libyaml takes for a character of an anchor's name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
