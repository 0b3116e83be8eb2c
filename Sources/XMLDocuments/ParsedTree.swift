/// A parsed document: all of its elements, in few allocations, shared by the ``XMLElement`` values
/// that look at them.
///
/// Names are kept once for each document, and text as bytes until somebody asks for it.
final class ParsedTree: Sendable {
    private let names: [ExpandedName]
    /// In document order: an element's first child, if it has any, is the next node.
    private let nodes: [Node]
    private let attributes: [Attribute]
    /// The text and the values of attributes, in UTF-8; the latter as libxml2 gives them.
    private let bytes: [UInt8]

    struct Node {
        let name: Int32
        /// The line where the element begins, from 1.
        let line: Int32
        /// The first node that is not below this one: its next sibling, if it has any.
        var end: Int32 = 0
        var text = Extent()
        var attributes = Extent()
    }

    struct Attribute {
        let name: Int32
        let value: Extent
    }

    /// A half-open range, in half the space of a `Range<Int>`.
    struct Extent {
        var start: Int32 = 0
        var end: Int32 = 0

        init() {}

        init(_ start: Int, _ end: Int) {
            // A document is smaller than 2 GiB: libxml2 counts its bytes in 32 bits, too.
            self.start = Int32(truncatingIfNeeded: start)
            self.end = Int32(truncatingIfNeeded: end)
        }

        var isEmpty: Bool { start == end }
        var range: Range<Int> { Int(start)..<Int(end) }
    }

    init(names: [ExpandedName], nodes: [Node], attributes: [Attribute], bytes: [UInt8]) {
        self.names = names
        self.nodes = nodes
        self.attributes = attributes
        self.bytes = bytes
    }

    func name(of node: Int) -> ExpandedName { names[Int(nodes[node].name)] }

    func line(of node: Int) -> Int { Int(nodes[node].line) }

    func text(of node: Int) -> String {
        String(decoding: bytes[nodes[node].text.range], as: UTF8.self)
    }

    func attributes(of node: Int) -> [XMLAttribute] {
        attributes[nodes[node].attributes.range].map { attribute in
            let name = names[Int(attribute.name)]
            return XMLAttribute(name.name, value(attribute), namespace: name.namespace)
        }
    }

    private func value(_ attribute: Attribute) -> String {
        AmpersandReference.decode(bytes[attribute.value.range])
    }

    /// The children in document order; with a name, those of this local name.
    func children(of node: Int, named name: String? = nil) -> [Int] {
        let end = end(of: node)
        var children: [Int] = []
        var child = node + 1
        while child < end {
            if name == nil || names[Int(nodes[child].name)].name == name {
                children.append(child)
            }
            child = self.end(of: child)
        }
        return children
    }

    func firstChild(of node: Int, named name: String) -> Int? {
        let end = end(of: node)
        var child = node + 1
        while child < end {
            if names[Int(nodes[child].name)].name == name { return child }
            child = self.end(of: child)
        }
        return nil
    }
}

/// The document as it lies in memory.
extension ParsedTree {
    /// The first node that is not below this one.
    func end(of node: Int) -> Int { Int(nodes[node].end) }

    /// The place of its name among the parser's.
    func nameIndex(of node: Int) -> Int { Int(nodes[node].name) }

    func textRange(of node: Int) -> Range<Int> { nodes[node].text.range }

    func attributeRange(of node: Int) -> Range<Int> { nodes[node].attributes.range }

    func attribute(_ index: Int) -> (nameIndex: Int, value: Range<Int>) {
        (Int(attributes[index].name), attributes[index].value.range)
    }

    /// Calls `body` with the bytes in which text and values lie.
    func withBytes<R>(_ body: (UnsafePointer<UInt8>?) -> R) -> R {
        unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
    }
}
