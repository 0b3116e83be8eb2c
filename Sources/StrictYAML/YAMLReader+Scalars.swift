/// Entries with one value. Each `optional…` accessor gives `nil` for an absent key without an
/// issue; the others note it as missing.
extension YAMLReader {
    /// Text: any scalar but null, quoted or not, exactly as it stands (`21015`, `no`).
    public mutating func text(_ key: String) -> String? {
        demand(key).flatMap { scalar($0, key, "text", \.text) }
    }

    public mutating func optionalText(_ key: String) -> String? {
        take(key).flatMap { scalar($0, key, "text", \.text) }
    }

    /// Text that must parse; `expected` completes the sentence "the entry must be …".
    public mutating func text<Value>(
        _ key: String, expected: String, _ parse: (String) throws -> Value?
    ) -> Value? {
        demand(key).flatMap { parsed($0, path(to: key), expected, parse) }
    }

    /// One of a closed set of words; the issue names them all.
    public mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ key: String, of type: Value.Type = Value.self
    ) -> Value? {
        demand(key).flatMap { chosen($0, path(to: key)) }
    }

    public mutating func optionalChoice<Value: CaseIterable & RawRepresentable<String>>(
        _ key: String, of type: Value.Type = Value.self
    ) -> Value? {
        take(key).flatMap { chosen($0, path(to: key)) }
    }

    /// A date of the calendar as text, `YYYY-MM-DD`.
    public mutating func date(_ key: String) -> String? {
        demand(key).flatMap { scalar($0, key, Self.dateForm, Self.dateText) }
    }

    public mutating func optionalDate(_ key: String) -> String? {
        take(key).flatMap { scalar($0, key, Self.dateForm, Self.dateText) }
    }

    /// `true` or `false`, not quoted.
    public mutating func boolean(_ key: String) -> Bool? {
        demand(key).flatMap { plain($0, key, "true or false", YAMLScalarForms.boolean) }
    }

    /// A whole number, not quoted, within the range when there is one. An amount with decimals must
    /// be exact, so it is asked as text.
    public mutating func integer(_ key: String, in range: ClosedRange<Int64>? = nil) -> Int64? {
        demand(key).flatMap { integer($0, key, range) }
    }

    public mutating func optionalInteger(
        _ key: String, in range: ClosedRange<Int64>? = nil
    ) -> Int64? {
        take(key).flatMap { integer($0, key, range) }
    }

    // MARK: for the accessors

    mutating func parsed<Value>(
        _ node: YAMLNode, _ path: String, _ expected: String,
        _ parse: (String) throws -> Value?
    ) -> Value? {
        guard let text = node.text else {
            note(.wrongType(expected: "text"), path, node.position)
            return nil
        }
        // Whatever the parser says may hold the text: only our own words go on.
        if let value = try? parse(text) { return value }
        note(.invalid(expected: expected), path, node.position)
        return nil
    }

    mutating func chosen<Value: CaseIterable & RawRepresentable<String>>(
        _ node: YAMLNode, _ path: String
    ) -> Value? {
        if let value = node.text.flatMap(Value.init(rawValue:)) { return value }
        note(.notAllowed(expected: Value.allCases.map(\.rawValue)), path, node.position)
        return nil
    }

    private static let dateForm = "a date written as YYYY-MM-DD"

    private static func dateText(_ node: YAMLNode) -> String? {
        node.text.flatMap { YAMLScalarForms.isDate($0) ? $0 : nil }
    }

    private mutating func scalar<Value>(
        _ node: YAMLNode, _ key: String, _ expected: String, _ extract: (YAMLNode) -> Value?
    ) -> Value? {
        if let value = extract(node) { return value }
        note(.wrongType(expected: expected), path(to: key), node.position)
        return nil
    }

    private mutating func plain<Value>(
        _ node: YAMLNode, _ key: String, _ expected: String, _ extract: (String) -> Value?
    ) -> Value? {
        scalar(node, key, expected) { node in
            guard case .scalar(let text, isPlain: true) = node.content else { return nil }
            return extract(text)
        }
    }

    private mutating func integer(
        _ node: YAMLNode, _ key: String, _ range: ClosedRange<Int64>?
    ) -> Int64? {
        guard let value = plain(node, key, "a whole number", YAMLScalarForms.integer) else {
            return nil
        }
        guard let range, !range.contains(value) else { return value }
        note(
            .invalid(expected: "from \(range.lowerBound) to \(range.upperBound)"),
            path(to: key), node.position)
        return nil
    }
}
