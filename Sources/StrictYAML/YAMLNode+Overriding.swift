extension YAMLNode {
    /// The same tree with other texts in some of its scalars, as if they stood unquoted there.
    ///
    /// Only what stands in a mapping of mappings can be replaced; lists are left alone.
    ///
    /// - Parameter text: the text for the scalar at this path of keys, or `nil` to leave it.
    public func replacingScalars(with text: ([String]) -> String?) -> YAMLNode {
        replacingScalars(at: [], with: text)
    }

    private func replacingScalars(at path: [String], with text: ([String]) -> String?) -> YAMLNode {
        switch content {
        case .sequence: return self
        case .scalar:
            guard let text = text(path) else { return self }
            return YAMLNode(content: .scalar(text: text, isPlain: true), position: position)
        case .mapping(let entries):
            let replaced = entries.map { entry in
                Entry(
                    key: entry.key, position: entry.position,
                    value: entry.value.replacingScalars(at: path + [entry.key], with: text))
            }
            return YAMLNode(content: .mapping(replaced), position: position)
        }
    }
}
