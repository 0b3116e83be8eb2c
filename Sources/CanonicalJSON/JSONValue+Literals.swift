// No `ExpressibleByNilLiteral`: with it, `condition ? value : nil` would mean `.null`, not absence.

extension JSONValue: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self = .integer(value) }
}

extension JSONValue: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// Makes an object. Naming a member twice is a programmer error.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(distinct: elements))
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object. Naming a member twice is a programmer error.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(distinct: elements)
    }
}
