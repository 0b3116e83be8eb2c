/// Fields with one value. Each `optional…` accessor gives `nil` for an absent field without an
/// issue; the others note it as missing.
extension JSONReader {
    public mutating func string(_ name: String) -> String? {
        required(name, .string, \.string)
    }

    public mutating func optionalString(_ name: String) -> String? {
        optional(name, .string, \.string)
    }

    /// A string that must parse; `expected` completes the sentence "the field must be …".
    public mutating func string<Value>(
        _ name: String, expected: String, _ parse: (String) throws -> Value?
    ) -> Value? {
        guard let text = string(name) else { return nil }
        return parsed(text, name, nil, expected, parse)
    }

    /// A string that must parse when it is present.
    public mutating func optionalString<Value>(
        _ name: String, expected: String, _ parse: (String) throws -> Value?
    ) -> Value? {
        guard let text = optionalString(name) else { return nil }
        return parsed(text, name, nil, expected, parse)
    }

    /// A whole number, within the range when there is one.
    public mutating func integer(_ name: String, in range: ClosedRange<Int64>? = nil) -> Int64? {
        within(range, name, required(name, .integer, \.integer))
    }

    public mutating func optionalInteger(
        _ name: String, in range: ClosedRange<Int64>? = nil
    ) -> Int64? {
        within(range, name, optional(name, .integer, \.integer))
    }

    /// A number, whole or not, when the field is present.
    public mutating func optionalNumber(_ name: String) -> Double? {
        optional(name, .number, \.double)
    }

    /// An object, read by a reader of its own whose issues join this one's.
    public mutating func object<Value>(
        _ name: String, _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        guard let value = required(name, .object, { $0.object == nil ? nil : $0 }) else {
            return nil
        }
        return descend(into: value, at: pointer(to: name), read)
    }

    /// An object that may be absent.
    public mutating func optionalObject<Value>(
        _ name: String, _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        guard let value = optional(name, .object, { $0.object == nil ? nil : $0 }) else {
            return nil
        }
        return descend(into: value, at: pointer(to: name), read)
    }

    // MARK: for the accessors

    mutating func required<Value>(
        _ name: String, _ kind: JSONKind, _ extract: (JSONValue) -> Value?
    ) -> Value? {
        guard let value = take(name) else {
            if isReadable { note(.missing, at: pointer(to: name)) }
            return nil
        }
        return typed(value, name, kind, extract)
    }

    mutating func optional<Value>(
        _ name: String, _ kind: JSONKind, _ extract: (JSONValue) -> Value?
    ) -> Value? {
        guard let value = take(name) else { return nil }
        return typed(value, name, kind, extract)
    }

    mutating func parsed<Value>(
        _ text: String, _ name: String, _ index: Int?, _ expected: String,
        _ parse: (String) throws -> Value?
    ) -> Value? {
        // Whatever the parser says may hold the text: only our own words go on.
        if let value = try? parse(text) { return value }
        note(.invalid(expected: expected), at: pointer(to: name, index))
        return nil
    }

    private mutating func typed<Value>(
        _ value: JSONValue, _ name: String, _ kind: JSONKind, _ extract: (JSONValue) -> Value?
    ) -> Value? {
        if let result = extract(value) { return result }
        note(.wrongType(expected: kind), at: pointer(to: name))
        return nil
    }

    private mutating func within(
        _ range: ClosedRange<Int64>?, _ name: String, _ value: Int64?
    ) -> Int64? {
        guard let value, let range, !range.contains(value) else { return value }
        note(
            .invalid(expected: "from \(range.lowerBound) to \(range.upperBound)"),
            at: pointer(to: name))
        return nil
    }
}
