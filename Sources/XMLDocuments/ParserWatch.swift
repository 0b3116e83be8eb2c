import CLibXML2

/// Stops a parser as soon as the document shows a DTD or outgrows its limits.
///
/// It sits in front of two of the parser's own callbacks, so that neither an internal subset nor
/// the elements beyond a limit are ever built.
struct ParserWatch {
    let limits: XMLLimits
    private(set) var failure: XMLFailure?
    private var elements = 0

    init(limits: XMLLimits) {
        self.limits = limits
    }

    /// The watch must outlive the parsing; libxml2 leaves `_private` to its users.
    static func install(_ watch: UnsafeMutablePointer<ParserWatch>, in context: xmlParserCtxtPtr) {
        unsafe context.pointee._private = UnsafeMutableRawPointer(watch)
        guard let handlers = unsafe context.pointee.sax else { return }
        unsafe handlers.pointee.internalSubset = { parser, _, _, _ in
            unsafe ParserWatch.stop(parser, .hasDocumentType)
        }
        unsafe handlers.pointee.startElementNs = {
            parser, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultedCount,
            attributes in
            if let failure = unsafe ParserWatch.failureAfterOneMore(parser) {
                unsafe ParserWatch.stop(parser, failure)
            } else {
                unsafe xmlSAX2StartElementNs(
                    parser, name, prefix, uri, namespaceCount, namespaces, attributeCount,
                    defaultedCount, attributes)
            }
        }
    }

    private static func failureAfterOneMore(_ parser: UnsafeMutableRawPointer?) -> XMLFailure? {
        guard let context = unsafe parser?.assumingMemoryBound(to: xmlParserCtxt.self),
            let watch = unsafe context.pointee._private?.assumingMemoryBound(to: ParserWatch.self)
        else { return .outOfMemory }
        unsafe watch.pointee.elements += 1
        let limits = unsafe watch.pointee.limits
        if unsafe watch.pointee.elements > limits.elements {
            return .tooManyElements(limit: limits.elements)
        }
        if unsafe Int(context.pointee.nodeNr) >= limits.depth {
            return .tooDeep(limit: limits.depth)
        }
        return nil
    }

    private static func stop(_ parser: UnsafeMutableRawPointer?, _ failure: XMLFailure) {
        guard let context = unsafe parser?.assumingMemoryBound(to: xmlParserCtxt.self) else {
            return
        }
        unsafe context.pointee._private?.assumingMemoryBound(to: ParserWatch.self)
            .pointee.failure = failure
        unsafe xmlStopParser(context)
    }
}
