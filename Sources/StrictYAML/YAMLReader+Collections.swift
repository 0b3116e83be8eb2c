/// Entries with a mapping or a sequence. Every element is examined, so that each bad one is named;
/// the list is `nil` when any was bad. Each `optional…` accessor gives `nil` for an absent key.
extension YAMLReader {
    /// A mapping, read by a reader of its own whose issues join this one's.
    public mutating func mapping<Value>(
        _ key: String, _ read: (inout YAMLReader) -> Value?
    ) -> Value? {
        demand(key).flatMap { descend(into: $0, path(to: key), read) }
    }

    public mutating func optionalMapping<Value>(
        _ key: String, _ read: (inout YAMLReader) -> Value?
    ) -> Value? {
        take(key).flatMap { descend(into: $0, path(to: key), read) }
    }

    /// A sequence of mappings, each read by a reader of its own whose issues join this one's.
    public mutating func list<Value>(
        _ key: String, _ read: (inout YAMLReader) -> Value?
    ) -> [Value]? {
        elements(demand(key), key) { reader, node, path in
            reader.descend(into: node, path, read)
        }
    }

    public mutating func optionalList<Value>(
        _ key: String, _ read: (inout YAMLReader) -> Value?
    ) -> [Value]? {
        has(key) ? list(key, read) : nil
    }

    /// A sequence of texts.
    public mutating func texts(_ key: String) -> [String]? {
        texts(key, expected: "text") { $0 }
    }

    public mutating func optionalTexts(_ key: String) -> [String]? {
        has(key) ? texts(key) : nil
    }

    /// A sequence of texts that must all parse; `expected` completes "the entry must be …".
    public mutating func texts<Value>(
        _ key: String, expected: String, _ parse: (String) throws -> Value?
    ) -> [Value]? {
        elements(demand(key), key) { reader, node, path in
            reader.parsed(node, path, expected, parse)
        }
    }

    /// A sequence of words of a closed set; an issue names them all.
    public mutating func choices<Value: CaseIterable & RawRepresentable<String>>(
        _ key: String, of type: Value.Type = Value.self
    ) -> [Value]? {
        elements(demand(key), key) { reader, node, path in reader.chosen(node, path) }
    }

    private mutating func elements<Value>(
        _ node: YAMLNode?, _ key: String,
        _ read: (inout YAMLReader, YAMLNode, String) -> Value?
    ) -> [Value]? {
        guard let node else { return nil }
        guard let elements = node.elements else {
            note(.wrongType(expected: "a list"), path(to: key), node.position)
            return nil
        }
        let values = elements.enumerated().compactMap { index, element in
            read(&self, element, YAMLPath.element(index, in: path(to: key)))
        }
        return values.count == elements.count ? values : nil
    }
}
