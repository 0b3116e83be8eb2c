/// A recursive-descent parser over bytes; the depth limit bounds the recursion.
struct JSONParser {
    let bytes: [UInt8]
    let maximumDepth: Int
    var position = 0

    init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    mutating func document() throws(JSONFailure) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw .byteOrderMark }
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw .trailingContent(offset: position) }
        return value
    }

    /// The byte at the position.
    func peek() throws(JSONFailure) -> UInt8 {
        guard position < bytes.count else { throw .unexpectedEnd(offset: position) }
        return bytes[position]
    }

    private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw .unexpectedByte(offset: position)
        }
    }

    private mutating func literal(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONFailure) -> JSONValue {
        for expected in word.description.utf8 {
            guard try peek() == expected else { throw .unexpectedByte(offset: position) }
            position += 1
        }
        return value
    }

    private mutating func array(depth: Int) throws(JSONFailure) -> JSONValue {
        guard depth <= maximumDepth else { throw .tooDeep(offset: position) }
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if try take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            skipSpace()
            do throws(JSONFailure) {
                elements.append(try value(depth: depth))
            } catch {
                throw error.inside(String(elements.count))
            }
            skipSpace()
            if try take(UInt8(ascii: "]")) { return .array(elements) }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
        guard depth <= maximumDepth else { throw .tooDeep(offset: position) }
        let start = position
        position += 1
        var members: [JSONObject.Member] = []
        var areInOrder = true
        skipSpace()
        if try take(UInt8(ascii: "}")) { return .object(JSONObject()) }
        while true {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else { throw .unexpectedByte(offset: position) }
            let name = try string()
            if let last = members.last, !CanonicalOrder.isBefore(last.name, name) {
                areInOrder = false
            }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            do throws(JSONFailure) {
                members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
            } catch {
                throw error.inside(JSONPointer.token(name))
            }
            skipSpace()
            if try take(UInt8(ascii: "}")) { break }
            try expect(UInt8(ascii: ","))
        }
        guard let object = JSONObject(unordered: members, areInOrder: areInOrder) else {
            throw .duplicateMember(parent: "", offset: start)
        }
        return .object(object)
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) throws(JSONFailure) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONFailure) {
        guard try take(byte) else { throw .unexpectedByte(offset: position) }
    }
}
