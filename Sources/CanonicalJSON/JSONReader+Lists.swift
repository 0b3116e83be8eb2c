/// Fields with a list. Every element is examined, so that each bad one is named (`/select/2`);
/// the list is `nil` when any was bad.
extension JSONReader {
    /// Strings that must all parse; `expected` completes the sentence "the field must be …".
    public mutating func strings<Value>(
        _ name: String, expected: String, _ parse: (String) throws -> Value?
    ) -> [Value]? {
        list(name) { reader, element, index in
            guard let text = element.string else {
                reader.note(
                    .wrongType(expected: .string), at: reader.pointer(to: name, index))
                return nil
            }
            return reader.parsed(text, name, index, expected, parse)
        }
    }

    /// Strings that must all parse when the field is present.
    public mutating func optionalStrings<Value>(
        _ name: String, expected: String, _ parse: (String) throws -> Value?
    ) -> [Value]? {
        has(name) ? strings(name, expected: expected, parse) : nil
    }

    /// Objects, each read by a reader of its own whose issues join this one's.
    public mutating func objects<Value>(
        _ name: String, _ read: (inout JSONReader) -> Value?
    ) -> [Value]? {
        list(name) { reader, element, index in
            reader.descend(into: element, at: reader.pointer(to: name, index), read)
        }
    }

    /// Objects, when the field is present.
    public mutating func optionalObjects<Value>(
        _ name: String, _ read: (inout JSONReader) -> Value?
    ) -> [Value]? {
        has(name) ? objects(name, read) : nil
    }

    private mutating func list<Value>(
        _ name: String, _ read: (inout JSONReader, JSONValue, Int) -> Value?
    ) -> [Value]? {
        guard let elements = required(name, .array, \.array) else { return nil }
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            if let value = read(&self, element, index) {
                values.append(value)
            }
        }
        return values.count == elements.count ? values : nil
    }
}
