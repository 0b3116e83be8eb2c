import CLibXML2

/// Plays the payload of a parsed document to handlers of libxml2, as a parser would.
@safe
struct PayloadReplay: ~Copyable {
    private let tree: ParsedTree
    private let names: NameTable
    /// Every namespace declaration in the document, in document order.
    private let declarations: [NamespaceDeclaration]
    private let startElement: startElementNsSAX2Func?
    private let characters: charactersSAXFunc?
    private let endElement: endElementNsSAX2Func?
    private let target: UnsafeMutableRawPointer?
    /// The elements that have been started and not ended.
    private var open: [Int] = []
    private var nextDeclaration = 0
    /// What the handlers get to see of an element's declarations and attributes.
    private var pointers: [UnsafePointer<xmlChar>?] = unsafe []

    init(
        tree: ParsedTree, names: NameTable, declarations: [NamespaceDeclaration],
        handlers: xmlSAXHandler, target: UnsafeMutableRawPointer?
    ) {
        self.tree = tree
        self.names = names
        self.declarations = declarations
        unsafe startElement = handlers.startElementNs
        unsafe characters = handlers.characters
        unsafe endElement = handlers.endElementNs
        unsafe self.target = target
    }

    /// Plays the element and what is below it, until there is a complaint; the text of an element
    /// comes before its children.
    ///
    /// - Returns: the element at which the complaint is laid.
    mutating func run(
        _ payload: Int, until complaint: () -> PayloadValidation.Complaint?
    ) -> Int? {
        unsafe tree.withBytes { bytes in
            for node in payload..<tree.end(of: payload) {
                while let last = open.last, tree.end(of: last) <= node {
                    end(last)
                    if complaint() != nil { return last }
                    open.removeLast()
                }
                unsafe start(node, isPayload: node == payload, bytes)
                if let complaint = complaint() {
                    return complaint == .invalidParent ? open.last ?? node : node
                }
                unsafe text(of: node, bytes)
                if complaint() != nil { return node }
                open.append(node)
            }
            while let last = open.popLast() {
                end(last)
                if complaint() != nil { return last }
            }
            return nil
        }
    }

    private mutating func start(
        _ node: Int, isPayload: Bool, _ bytes: UnsafePointer<UInt8>?
    ) {
        let name = names.addresses(tree.nameIndex(of: node))
        if unsafe !pointers.isEmpty { unsafe pointers.removeAll(keepingCapacity: true) }
        if isPayload {
            addDeclarations(around: node)
        } else if nextDeclaration < declarations.count {
            addDeclarations(on: node)
        }
        let declarationFields = unsafe pointers.count
        var attributeCount: Int32 = 0
        for attribute in tree.attributeRange(of: node) {
            let (index, value) = tree.attribute(attribute)
            let name = names.addresses(index)
            unsafe pointers.append(name.name)
            unsafe pointers.append(nil)
            unsafe pointers.append(name.namespace)
            unsafe pointers.append(bytes.map { unsafe $0 + value.lowerBound })
            unsafe pointers.append(bytes.map { unsafe $0 + value.upperBound })
            attributeCount += 1
        }
        if unsafe pointers.isEmpty {
            unsafe startElement?(target, name.name, nil, name.namespace, 0, nil, 0, 0, nil)
            return
        }
        unsafe pointers.withUnsafeMutableBufferPointer { pointers in
            unsafe startElement?(
                target, name.name, nil, name.namespace, Int32(declarationFields / 2),
                pointers.baseAddress, attributeCount, 0,
                pointers.baseAddress.map { unsafe $0 + declarationFields })
        }
    }

    private func text(of node: Int, _ bytes: UnsafePointer<UInt8>?) {
        let range = tree.textRange(of: node)
        guard !range.isEmpty, let bytes = unsafe bytes else { return }
        unsafe characters?(target, bytes + range.lowerBound, Int32(range.count))
    }

    private func end(_ node: Int) {
        let name = names.addresses(tree.nameIndex(of: node))
        unsafe endElement?(target, name.name, nil, name.namespace)
    }

    /// Adds every namespace in scope at the payload: qualified names in its content may use
    /// prefixes that the envelope declares. The innermost come first, since the first that fits is
    /// taken.
    private mutating func addDeclarations(around payload: Int) {
        let end = declarations.firstIndex { $0.node > payload } ?? declarations.endIndex
        for declaration in declarations[..<end].reversed()
        where tree.end(of: declaration.node) > payload {
            add(declaration)
        }
        nextDeclaration = end
    }

    private mutating func addDeclarations(on node: Int) {
        while nextDeclaration < declarations.count, declarations[nextDeclaration].node == node {
            add(declarations[nextDeclaration])
            nextDeclaration += 1
        }
    }

    private mutating func add(_ declaration: NamespaceDeclaration) {
        unsafe pointers.append(declaration.prefix)
        unsafe pointers.append(declaration.uri)
    }
}
