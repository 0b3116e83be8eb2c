extension YAMLNode {
    /// The same tree with a text in one scalar, as if it stood unquoted there.
    ///
    /// A scalar that stands there is replaced; one that is missing is added, with the mappings above
    /// it, at the place of the innermost mapping that is there. Nothing else gives way: where a list
    /// or a mapping stands at the path, or no mapping above it, the tree stays as it is.
    ///
    /// - Parameter path: the keys from the top.
    public func setting(_ text: String, at path: some Collection<String>) -> YAMLNode {
        guard let key = path.first else {
            guard case .scalar = content else { return self }
            return .plain(text, at: position)
        }
        guard case .mapping(var entries) = content else { return self }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            let old = entries[index]
            entries[index] = Entry(
                key: key, position: old.position,
                value: old.value.setting(text, at: path.dropFirst()))
        } else {
            let value = path.dropFirst().reversed().reduce(YAMLNode.plain(text, at: position)) {
                YAMLNode(
                    content: .mapping([Entry(key: $1, position: position, value: $0)]),
                    position: position)
            }
            entries.append(Entry(key: key, position: position, value: value))
        }
        return YAMLNode(content: .mapping(entries), position: position)
    }

    private static func plain(_ text: String, at position: YAMLPosition) -> YAMLNode {
        YAMLNode(content: .scalar(text: text, isPlain: true), position: position)
    }
}
