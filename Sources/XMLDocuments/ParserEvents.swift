import CLibXML2

/// The handlers that libxml2 calls while a ``DocumentParser`` reads.
///
/// A document type is refused where it begins, so that neither an internal subset nor an entity is
/// ever read; elements are refused as soon as a limit is passed.
enum ParserEvents {
    static func install(in handlers: inout xmlSAXHandler) {
        unsafe handlers.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handlers.startDocument = { context in
            if unsafe !ParserEvents.isASCIIWithin(context) {
                unsafe ParserEvents.stop(context, .notWellFormed(line: 1))
            }
        }
        unsafe handlers.internalSubset = { context, _, _, _ in
            unsafe ParserEvents.stop(context, .hasDocumentType)
        }
        unsafe handlers.startElementNs = {
            context, name, _, namespace, declarationCount, declarations, attributeCount, _,
            attributes in
            guard let parser = unsafe ParserEvents.parser(context), let name = unsafe name else {
                return
            }
            if let failure = unsafe parser.pointee.failureAfterOneMore {
                unsafe ParserEvents.stop(context, failure)
                return
            }
            unsafe parser.pointee.start(
                name, namespace, line: ParserEvents.line(context))
            if declarationCount > 0 {
                unsafe parser.pointee.addDeclarations(declarations, count: declarationCount)
            }
            if attributeCount > 0 {
                unsafe parser.pointee.addAttributes(attributes, count: attributeCount)
            }
        }
        unsafe handlers.endElementNs = { context, _, _, _ in
            unsafe ParserEvents.parser(context)?.pointee.builder.end()
        }
        unsafe handlers.characters = ParserEvents.text
        // The same, so that libxml2 does not try to tell them apart.
        unsafe handlers.ignorableWhitespace = ParserEvents.text
    }

    /// Also for CDATA sections, which without a handler of their own are text.
    private static let text: charactersSAXFunc = { context, text, count in
        unsafe ParserEvents.parser(context)?.pointee.builder.addText(
            UnsafeBufferPointer(start: text, count: Int(count)))
    }

    /// Whether ASCII stands for itself in the encoding of the document, so that what looked at its
    /// bytes beforehand saw every tag. There is no encoder for UTF-8.
    private static func isASCIIWithin(_ context: UnsafeMutableRawPointer?) -> Bool {
        let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self)
        guard let encoder = unsafe context?.pointee.input?.pointee.buf?.pointee.encoder,
            let text = unsafe encoder.pointee.name
        else { return true }
        let name = unsafe String(cString: text).uppercased()
        return ["UTF-8", "ASCII", "US-ASCII", "ISO-8859-", "WINDOWS-125"].contains {
            name.hasPrefix($0)
        }
    }

    private static func parser(
        _ context: UnsafeMutableRawPointer?
    ) -> UnsafeMutablePointer<DocumentParser>? {
        unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?
            .assumingMemoryBound(to: DocumentParser.self)
    }

    private static func line(_ context: UnsafeMutableRawPointer?) -> Int32 {
        unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input?.pointee.line
            ?? 1
    }

    private static func stop(_ context: UnsafeMutableRawPointer?, _ failure: XMLFailure) {
        unsafe parser(context)?.pointee.failure = failure
        unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
}
