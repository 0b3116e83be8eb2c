import CLibXML2

/// Owns a compiled libxml2 schema and the document that it was compiled from.
///
/// libxml2 never changes a compiled schema: every validation has a context of its own, and a
/// document's `xsi:schemaLocation` is ignored when a schema is given. That is why the pointers may
/// be shared between threads.
@safe
struct CompiledSchema: ~Copyable, Sendable {
    nonisolated(unsafe) private let pointer: xmlSchemaPtr
    /// The schema's components point back into it.
    nonisolated(unsafe) private let source: xmlDocPtr

    init(path: String) throws(XMLSchemaFailure) {
        guard LibXML2.isReady, let source = unsafe xmlReadFile(path, nil, Self.options) else {
            throw .unreadable
        }
        try unsafe self.init(compiling: source)
    }

    init(text: String, baseDirectory: String) throws(XMLSchemaFailure) {
        // libxml2 resolves relative locations against the name of the document.
        let name = baseDirectory + "/schema.xsd"
        guard LibXML2.isReady,
            let source = unsafe xmlReadMemory(
                text, Int32(text.utf8.count), name, nil, Self.options)
        else { throw .unreadable }
        try unsafe self.init(compiling: source)
    }

    private init(compiling source: xmlDocPtr) throws(XMLSchemaFailure) {
        var complaint = FirstComplaint()
        let schema = unsafe withUnsafeMutablePointer(to: &complaint) { complaint in
            // An imported file is parsed by a context that libxml2 creates itself: only the
            // handler of this thread hears about it. Without one libxml2 prints.
            unsafe xmlSetStructuredErrorFunc(complaint, FirstComplaint.hear)
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            guard let context = unsafe xmlSchemaNewDocParserCtxt(source) else {
                return unsafe xmlSchemaPtr?.none
            }
            defer { unsafe xmlSchemaFreeParserCtxt(context) }
            unsafe xmlSchemaSetParserStructuredErrors(context, FirstComplaint.hear, complaint)
            return unsafe xmlSchemaParse(context)
        }
        // A missing import is a mere warning to libxml2, and leaves a schema with holes.
        guard let schema = unsafe schema, !complaint.isPresent else {
            unsafe xmlSchemaFree(schema)
            unsafe xmlFreeDoc(source)
            throw .unusable(line: complaint.line, message: complaint.message)
        }
        unsafe self.pointer = schema
        unsafe self.source = source
    }

    deinit {
        unsafe xmlSchemaFree(pointer)
        unsafe xmlFreeDoc(source)
    }

    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

    /// Makes a context for validations, which the caller frees before the schema goes.
    func validationContext() -> xmlSchemaValidCtxtPtr? {
        unsafe xmlSchemaNewValidCtxt(pointer)
    }
}
