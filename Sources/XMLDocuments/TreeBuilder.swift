/// Builds a ``ParsedTree`` from the events of a parser.
struct TreeBuilder {
    private var nodes: [ParsedTree.Node] = []
    private var attributes: [ParsedTree.Attribute] = []
    private var bytes: [UInt8] = []
    /// The innermost open element, and those around it.
    private var current = OpenElement(node: -1, firstPiece: 0)
    private var outer: [OpenElement] = []
    /// The text of the open elements behind their first child elements, in pieces.
    private var pieces: [ParsedTree.Extent] = []

    private struct OpenElement {
        let node: Int
        let firstPiece: Int
        /// The first piece of text; what follows a child element is among the `pieces`.
        var text = ParsedTree.Extent()
    }

    /// - Parameter size: the bytes of the document.
    init(size: Int) {
        guard size > 0 else { return }
        // Guesses: an element with its tags and text takes some thirty bytes.
        bytes.reserveCapacity(size / 3)
        nodes.reserveCapacity(size / 30 + 1)
        attributes.reserveCapacity(size / 200 + 1)
        outer.reserveCapacity(16)
    }

    /// The number of elements so far.
    var count: Int { nodes.count }
    /// The number of elements now open.
    var depth: Int { outer.count }

    mutating func start(_ name: Int32, line: Int32) {
        outer.append(current)
        current = OpenElement(node: nodes.count, firstPiece: pieces.count)
        nodes.append(
            ParsedTree.Node(
                name: name, line: line,
                attributes: ParsedTree.Extent(attributes.count, attributes.count)))
    }

    /// Adds an attribute to the element that has just been started.
    mutating func addAttribute(_ name: Int32, _ value: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        unsafe bytes.append(contentsOf: value)
        attributes.append(
            ParsedTree.Attribute(name: name, value: ParsedTree.Extent(start, bytes.count)))
        nodes[current.node].attributes.end += 1
    }

    mutating func addText(_ text: UnsafeBufferPointer<UInt8>) {
        let piece = ParsedTree.Extent(bytes.count, bytes.count + text.count)
        unsafe bytes.append(contentsOf: text)
        if current.text.isEmpty {
            current.text = piece
        } else if current.text.end == piece.start {
            current.text.end = piece.end
        } else if pieces.count > current.firstPiece, let last = pieces.last,
            last.end == piece.start
        {
            pieces[pieces.count - 1].end = piece.end
        } else {
            pieces.append(piece)
        }
    }

    mutating func end() {
        let isLeaf = current.node == nodes.count - 1
        let hasPieces = pieces.count > current.firstPiece
        if hasPieces { joinPieces() }
        nodes[current.node].end = Int32(truncatingIfNeeded: nodes.count)
        // White space alone says something only where there is nothing else.
        if !current.text.isEmpty, isLeaf || !isBlank(current.text) {
            nodes[current.node].text = current.text
        }
        if let outer = outer.popLast() { current = outer }
    }

    /// Copies the text of the innermost element into one place.
    ///
    /// By way of an array of its own: a slice of the buffer that is being appended to makes the
    /// buffer copy itself, all of it for every piece.
    private mutating func joinPieces() {
        var text = Array(bytes[current.text.range])
        for piece in pieces[current.firstPiece...] {
            text.append(contentsOf: bytes[piece.range])
        }
        pieces.removeSubrange(current.firstPiece...)
        let start = bytes.count
        bytes.append(contentsOf: text)
        current.text = ParsedTree.Extent(start, bytes.count)
    }

    private func isBlank(_ span: ParsedTree.Extent) -> Bool {
        bytes[span.range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// The document, once its root element has ended; `nil` before.
    func tree(_ names: [ExpandedName]) -> ParsedTree? {
        guard outer.isEmpty, !nodes.isEmpty else { return nil }
        return ParsedTree(names: names, nodes: nodes, attributes: attributes, bytes: bytes)
    }
}
