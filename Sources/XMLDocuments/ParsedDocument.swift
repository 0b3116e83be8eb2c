import CLibXML2

/// Owns one libxml2 document, from parsing until its value tree has been built.
@safe
struct ParsedDocument: ~Copyable {
    private let pointer: xmlDocPtr
    private let root: xmlNodePtr

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits) throws(XMLFailure) {
        // libxml2 takes a NUL for the end of the document and would ignore what follows it.
        guard unsafe !bytes.contains(0) else { throw .notWellFormed(line: 1) }
        guard LibXML2.isReady, let context = unsafe xmlNewParserCtxt() else { throw .outOfMemory }
        defer { unsafe xmlFreeParserCtxt(context) }

        var watch = ParserWatch(limits: limits)
        let document = unsafe withUnsafeMutablePointer(to: &watch) { watch in
            unsafe ParserWatch.install(watch, in: context)
            return unsafe xmlCtxtReadMemory(
                context, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), nil, nil, Self.options)
        }
        // After a stop libxml2 may still return a document: the watch and the flags decide.
        if let failure = unsafe watch.failure ?? Self.failure(of: context, limits) {
            unsafe xmlFreeDoc(document)
            throw failure
        }
        guard let document = unsafe document, let root = unsafe xmlDocGetRootElement(document)
        else {
            unsafe xmlFreeDoc(document)
            throw .notWellFormed(line: 1)
        }
        unsafe self.pointer = document
        unsafe self.root = root
    }

    deinit { unsafe xmlFreeDoc(pointer) }

    /// No entity substitution and no DTD loading are libxml2's defaults; the messages, which quote
    /// content, go nowhere.
    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
            | XML_PARSE_BIG_LINES.rawValue)

    private static func failure(of context: xmlParserCtxtPtr, _ limits: XMLLimits) -> XMLFailure? {
        let state = unsafe context.pointee
        if unsafe state.wellFormed == 1 && state.nsWellFormed == 1 && state.disableSAX == 0 {
            return nil
        }
        if unsafe state.errNo == Int32(XML_ERR_NO_MEMORY.rawValue) { return .outOfMemory }
        return unsafe .notWellFormed(line: max(1, Int(state.lastError.line)))
    }

    /// Calls `body` with the node that the schema describes, or with `nil` when it is missing.
    func withPayload<R>(_ part: XMLValidatedPart, _ body: (xmlNodePtr?) -> R) -> R {
        switch part {
        case .root:
            return unsafe body(root)
        case .soapBody:
            guard unsafe Self.isSOAP(root, "Envelope") else { return body(nil) }
            var child = unsafe xmlFirstElementChild(root)
            while let candidate = unsafe child, unsafe !Self.isSOAP(candidate, "Body") {
                unsafe child = xmlNextElementSibling(candidate)
            }
            return unsafe body(child.flatMap { unsafe xmlFirstElementChild($0) })
        }
    }

    /// Whether the node is this element of the SOAP 1.1 envelope schema.
    static func isSOAP(_ node: xmlNodePtr, _ name: String) -> Bool {
        guard let namespace = unsafe node.pointee.ns?.pointee.href else { return false }
        return unsafe String(cString: node.pointee.name) == name
            && String(cString: namespace) == "http://schemas.xmlsoap.org/soap/envelope/"
    }

    /// Copies the document into a value.
    func tree() -> XMLElement {
        var copier = TreeCopier()
        return unsafe copier.element(root)
    }
}
