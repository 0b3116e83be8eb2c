import CLibXML2

/// Reads one document after another into trees, without a tree of libxml2 in between.
///
/// What it keeps from one document to the next are names, never content.
@safe
struct DocumentParser: ~Copyable {
    private let context: xmlParserCtxtPtr
    private var validation: PayloadValidation?
    var names = NameTable()
    /// The document being read.
    var limits = XMLLimits.standard
    var builder = TreeBuilder(size: 0)
    var declarations: [NamespaceDeclaration] = []
    /// Why reading has stopped.
    var failure: XMLFailure?

    /// - Returns: `nil` without memory.
    init?(validation: consuming PayloadValidation?) {
        guard LibXML2.isReady, let context = unsafe xmlNewParserCtxt() else { return nil }
        guard let handlers = unsafe context.pointee.sax else {
            unsafe xmlFreeParserCtxt(context)
            return nil
        }
        // Whatever else there is in a document comes to nobody.
        unsafe handlers.pointee = xmlSAXHandler()
        unsafe ParserEvents.install(in: &handlers.pointee)
        unsafe self.context = context
        self.validation = validation
    }

    deinit { unsafe xmlFreeParserCtxt(context) }

    /// No entity substitution and no DTD loading are libxml2's defaults; the messages, which quote
    /// content, go nowhere.
    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

    /// Whether the parser is as good as new. Names are kept for good, so their number and their
    /// bytes are bounded: here, and among libxml2's strings, which hold what is never used too.
    var isReusable: Bool {
        unsafe names.bytes < Self.mostBytesOfNames && xmlDictSize(context.pointee.dict) < 1024
            && xmlDictGetUsage(context.pointee.dict) < 2 * Self.mostBytesOfNames
    }

    private static let mostBytesOfNames = 256 << 10

    /// Reads a document; with a validation, `part` of it is validated.
    ///
    /// After a failure the parser is not to be used again.
    mutating func read(
        _ bytes: Span<UInt8>, _ limits: XMLLimits, _ part: XMLValidatedPart
    ) throws(XMLFailure) -> ParsedTree {
        // libxml2 takes a NUL for the end of the document and would ignore what follows it.
        guard !Self.hasNUL(bytes) else { throw .notWellFormed(line: 1) }
        guard !TagScan.hasTag(in: bytes, longerThan: XMLLimits.tagBytes) else {
            throw .tagTooLong(limit: XMLLimits.tagBytes)
        }
        self.limits = limits
        builder = TreeBuilder(size: bytes.count)
        unsafe bytes.withUnsafeBufferPointer { unsafe parse($0) }
        if let failure = failure ?? wellFormednessFailure { throw failure }
        // The parser's own copy of the bytes.
        unsafe xmlCtxtReset(context)
        guard let tree = builder.tree(names.names) else { throw .notWellFormed(line: 1) }
        builder = TreeBuilder(size: 0)
        try validation?.validate(part, of: tree, names, declarations)
        declarations.removeAll(keepingCapacity: true)
        return tree
    }

    private mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
        let context = unsafe self.context
        unsafe withUnsafeMutablePointer(to: &self) { parser in
            // libxml2 leaves `_private` to its users.
            unsafe context.pointee._private = UnsafeMutableRawPointer(parser)
            let document = unsafe xmlCtxtReadMemory(
                context, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), nil, nil, Self.options)
            unsafe xmlFreeDoc(document)
            unsafe context.pointee._private = nil
        }
    }

    /// Without an early exit, so that it compiles to vector instructions.
    private static func hasNUL(_ bytes: Span<UInt8>) -> Bool {
        var found: UInt8 = 0
        for index in bytes.indices { found |= bytes[index] == 0 ? 1 : 0 }
        return found != 0
    }

    private var wellFormednessFailure: XMLFailure? {
        let state = unsafe context
        if unsafe state.pointee.wellFormed == 1 && state.pointee.nsWellFormed == 1
            && state.pointee.disableSAX == 0
        {
            return nil
        }
        if unsafe state.pointee.errNo == Int32(XML_ERR_NO_MEMORY.rawValue) { return .outOfMemory }
        return unsafe .notWellFormed(line: max(1, Int(state.pointee.lastError.line)))
    }
}
