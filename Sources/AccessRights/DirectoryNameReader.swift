/// Reads the text of a distinguished name (RFC 4514 §3).
struct DirectoryNameReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: some StringProtocol) { rest = Array(text.utf8)[...] }

    /// The parts in the order of the text; the whole text must be a name.
    mutating func name() throws(InvalidName) -> [Set<NameAttribute>] {
        guard rest.count <= 1024 else { throw InvalidName() }
        var parts: [Set<NameAttribute>] = []
        repeat {
            var part: Set<NameAttribute> = []
            repeat {
                guard part.insert(try attribute()).inserted else { throw InvalidName() }
            } while take("+")
            parts.append(part)
        } while take(",")
        guard rest.isEmpty else { throw InvalidName() }
        return parts
    }

    private mutating func attribute() throws(InvalidName) -> NameAttribute {
        while take(" ") {}
        let type = rest.prefix { $0 != UInt8(ascii: "=") }
        rest = rest.dropFirst(type.count)
        guard take("=") else { throw InvalidName() }
        return NameAttribute(
            type: try Self.identifier(String(decoding: type, as: UTF8.self)), value: try value())
    }

    private static func identifier(_ type: String) throws(InvalidName) -> String {
        if let known = NameAttribute.identifier(of: type) { return known }
        let arcs = type.split(separator: ".", omittingEmptySubsequences: false)
        guard arcs.count > 1, arcs.allSatisfy(isArc) else { throw InvalidName() }
        return type
    }

    private static func isArc(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && (text == "0" || !text.hasPrefix("0"))
    }

    /// A value with its escapes undone; one that is written as the bytes of its encoding (`#…`) is
    /// taken as it stands.
    private mutating func value() throws(InvalidName) -> String {
        var bytes: [UInt8] = []
        while let byte = rest.first, byte != UInt8(ascii: ","), byte != UInt8(ascii: "+") {
            rest = rest.dropFirst()
            switch byte {
            case UInt8(ascii: "\\"): bytes.append(try escaped())
            case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0:
                throw InvalidName()
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self),
            text.contains(where: { $0 != " " })
        else { throw InvalidName() }
        return text
    }

    /// What a backslash stands before: a character of the grammar, or two hexadecimal digits.
    private mutating func escaped() throws(InvalidName) -> UInt8 {
        guard let first = rest.popFirst() else { throw InvalidName() }
        if Self.special.contains(first) { return first }
        guard let high = Self.digit(first), let low = rest.popFirst().flatMap(Self.digit) else {
            throw InvalidName()
        }
        return high << 4 | low
    }

    private static let special = Array(" \"#+,;<>=\\".utf8)

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
