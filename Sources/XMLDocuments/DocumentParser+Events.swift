import CLibXML2

/// What a parser does with the start of an element.
extension DocumentParser {
    /// Checks that one more element is within the limits.
    var failureAfterOneMore: XMLFailure? {
        if builder.count >= limits.elements { return .tooManyElements(limit: limits.elements) }
        if builder.depth >= limits.depth { return .tooDeep(limit: limits.depth) }
        return nil
    }

    mutating func start(
        _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, line: Int32
    ) {
        unsafe builder.start(names.index(of: name, in: namespace), line: line)
    }

    /// - Parameter fields: a prefix and a URI for each.
    mutating func addDeclarations(
        _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32
    ) {
        guard let fields = unsafe fields else { return }
        let node = builder.count - 1
        for declaration in 0..<Int(count) {
            unsafe declarations.append(
                NamespaceDeclaration(
                    node: node, prefix: fields[2 * declaration],
                    uri: fields[2 * declaration + 1]))
        }
    }

    /// - Parameter fields: for each a name, a prefix, a namespace and the two ends of the value.
    mutating func addAttributes(
        _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32
    ) {
        guard let fields = unsafe fields else { return }
        for attribute in 0..<Int(count) {
            let fields = unsafe fields + 5 * attribute
            guard let name = unsafe fields[0], let start = unsafe fields[3],
                let end = unsafe fields[4]
            else { continue }
            unsafe builder.addAttribute(
                names.index(of: name, in: fields[2]),
                UnsafeBufferPointer(start: start, count: end - start))
        }
    }
}
