/// An element with everything below it, as a value: no pointer into libxml2 stays behind it.
///
/// Comments, processing instructions and prefixes are gone; `text` is the character data directly
/// inside the element, in document order. White space alone beside child elements is layout and
/// reads as the empty string. The mutual order of text and child elements is not kept: the
/// contracts of the sources have no mixed content.
///
/// Every element of a parsed document keeps the whole document in memory. Names, text and children
/// are made when they are asked for.
public struct XMLElement: Sendable {
    private var storage: Storage

    private enum Storage {
        case parsed(ParsedTree, node: Int)
        indirect case built(BuiltElement)
    }

    public init(
        _ name: String, namespace: String? = nil, attributes: [XMLAttribute] = [],
        text: String = "", children: [XMLElement] = []
    ) {
        storage = .built(
            BuiltElement(
                namespace: namespace, name: name, attributes: attributes, children: children,
                text: text))
    }

    init(_ tree: ParsedTree, node: Int) {
        storage = .parsed(tree, node: node)
    }

    /// The namespace URI, or `nil` for none.
    public var namespace: String? {
        get {
            switch storage {
            case .parsed(let tree, let node): tree.name(of: node).namespace
            case .built(let element): element.namespace
            }
        }
        set { change { $0.namespace = newValue } }
    }

    /// The local name.
    public var name: String {
        get {
            switch storage {
            case .parsed(let tree, let node): tree.name(of: node).name
            case .built(let element): element.name
            }
        }
        set { change { $0.name = newValue } }
    }

    public var attributes: [XMLAttribute] {
        get {
            switch storage {
            case .parsed(let tree, let node): tree.attributes(of: node)
            case .built(let element): element.attributes
            }
        }
        set { change { $0.attributes = newValue } }
    }

    public var children: [XMLElement] {
        get {
            switch storage {
            case .parsed(let tree, let node):
                tree.children(of: node).map { XMLElement(tree, node: $0) }
            case .built(let element): element.children
            }
        }
        set { change { $0.children = newValue } }
    }

    public var text: String {
        get {
            switch storage {
            case .parsed(let tree, let node): tree.text(of: node)
            case .built(let element): element.text
            }
        }
        set { change { $0.text = newValue } }
    }

    private mutating func change(_ body: (inout BuiltElement) -> Void) {
        var element: BuiltElement
        switch storage {
        case .parsed:
            element = BuiltElement(
                namespace: namespace, name: name, attributes: attributes, children: children,
                text: text)
        case .built(let built): element = built
        }
        body(&element)
        storage = .built(element)
    }

    /// Returns the first child with this local name, wherever it stands among its siblings.
    public func first(_ name: String) -> XMLElement? {
        switch storage {
        case .parsed(let tree, let node):
            tree.firstChild(of: node, named: name).map { XMLElement(tree, node: $0) }
        case .built(let element): element.children.first { $0.name == name }
        }
    }

    /// Returns the first element reached by descending through these local names.
    public func first(at path: String...) -> XMLElement? {
        var element = self
        for name in path {
            guard let child = element.first(name) else { return nil }
            element = child
        }
        return element
    }

    /// Returns every child with this local name, in document order.
    public func all(_ name: String) -> [XMLElement] {
        switch storage {
        case .parsed(let tree, let node):
            tree.children(of: node, named: name).map { XMLElement(tree, node: $0) }
        case .built(let element): element.children.filter { $0.name == name }
        }
    }

    /// The text of the first child with this local name; `nil` when there is no such child.
    public subscript(_ name: String) -> String? {
        switch storage {
        case .parsed(let tree, let node):
            tree.firstChild(of: node, named: name).map { tree.text(of: $0) }
        case .built(let element): element.children.first { $0.name == name }?.text
        }
    }

    /// Returns the value of an attribute, by local name and namespace.
    public func attribute(_ name: String, namespace: String? = nil) -> String? {
        attributes.first { $0.name == name && $0.namespace == namespace }?.value
    }
}

extension XMLElement: Hashable {
    /// Two elements are equal when they have the same content, wherever it comes from.
    public static func == (one: XMLElement, other: XMLElement) -> Bool {
        one.name == other.name && one.namespace == other.namespace && one.text == other.text
            && one.attributes == other.attributes && one.children == other.children
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(namespace)
        hasher.combine(text)
        hasher.combine(attributes)
        hasher.combine(children)
    }
}

extension XMLElement: CustomStringConvertible {
    /// The name alone: text and attributes may be somebody's data.
    public var description: String { "<\(name)>" }
}

extension XMLElement: CustomDebugStringConvertible {
    public var debugDescription: String { description }
}

extension XMLElement: CustomReflectable {
    /// Keeps `dump`, and whatever else reflects, from printing what `description` hides.
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
