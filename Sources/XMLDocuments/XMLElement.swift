/// An element with everything below it, as a value: no pointer into libxml2 stays behind it.
///
/// Comments, processing instructions and prefixes are gone; `text` is the character data directly
/// inside the element, in document order. White space alone beside child elements is layout and
/// reads as the empty string. The mutual order of text and child elements is not kept: the
/// contracts of the sources have no mixed content.
public struct XMLElement: Sendable, Hashable {
    /// The namespace URI, or `nil` for none.
    public var namespace: String?
    /// The local name.
    public var name: String
    public var attributes: [XMLAttribute]
    public var children: [XMLElement]
    public var text: String

    public init(
        _ name: String, namespace: String? = nil, attributes: [XMLAttribute] = [],
        text: String = "", children: [XMLElement] = []
    ) {
        self.namespace = namespace
        self.name = name
        self.attributes = attributes
        self.text = text
        self.children = children
    }

    /// Returns the first child with this local name, wherever it stands among its siblings.
    public func first(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
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
        children.filter { $0.name == name }
    }

    /// The text of the first child with this local name; `nil` when there is no such child.
    public subscript(_ name: String) -> String? {
        first(name)?.text
    }

    /// Returns the value of an attribute, by local name and namespace.
    public func attribute(_ name: String, namespace: String? = nil) -> String? {
        attributes.first { $0.name == name && $0.namespace == namespace }?.value
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
