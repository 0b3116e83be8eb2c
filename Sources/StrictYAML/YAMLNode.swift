/// A node of a YAML document, with its place.
///
/// A scalar is text until somebody asks for more: `no` is not a boolean and `01210` is not a
/// number here. Printing a node shows its kind and place, never its content.
public struct YAMLNode: Hashable, Sendable {
    /// What a node holds.
    public enum Content: Hashable, Sendable {
        /// `isPlain` is false when the text was quoted or a block: then it can only be text.
        case scalar(text: String, isPlain: Bool)
        case sequence([YAMLNode])
        /// In the order of the document, each key once.
        case mapping([Entry])
    }

    /// One key of a mapping and its value.
    public struct Entry: Hashable, Sendable {
        public let key: String
        /// Where the key stands.
        public let position: YAMLPosition
        public let value: YAMLNode
    }

    public let content: Content
    public let position: YAMLPosition

    /// Whether the node is what YAML writes for "nothing": plain `null`, `~`, or nothing at all.
    public var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The text of a scalar that is not null, whatever it looks like.
    public var text: String? {
        guard case .scalar(let text, _) = content, !isNull else { return nil }
        return text
    }

    public var elements: [YAMLNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }
}

extension YAMLNode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and the place, never the content.
    public var description: String {
        let kind =
            switch content {
            case .scalar: "scalar"
            case .sequence: "sequence"
            case .mapping: "mapping"
            }
        return "YAML \(kind) at \(position.line):\(position.column)"
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension YAMLNode.Entry: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The place, never the content.
    public var description: String { "YAML entry at \(position.line):\(position.column)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
