import CLibXML2

/// Validates the payloads of one document after another.
///
/// libxml2 validates what it believes to be the events of a parser. The schema must outlive it.
@safe
struct PayloadValidation: ~Copyable {
    private let context: xmlSchemaValidCtxtPtr
    /// At one address, which libxml2 keeps.
    private let state: UnsafeMutablePointer<State>

    @safe
    private struct State {
        /// The validation's own handlers while it is plugged in, and their first argument.
        var handlers: xmlSAXHandlerPtr?
        var target: UnsafeMutableRawPointer?
        var complaint: Complaint?
    }

    enum Complaint {
        /// The schema does not allow what came last.
        case invalid
        /// The schema allows no element at all around what came last.
        case invalidParent
        /// libxml2 itself has failed: there is no answer.
        case failed
    }

    /// - Returns: `nil` without memory.
    init?(_ schema: borrowing CompiledSchema) {
        guard let context = unsafe schema.validationContext() else { return nil }
        unsafe self.context = context
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: State())
        unsafe xmlSchemaSetValidStructuredErrors(context, Self.hear, state)
    }

    deinit {
        unsafe xmlSchemaFreeValidCtxt(context)
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// Takes from libxml2 that there is an error, and not its message, which quotes the data.
    private static let hear: @convention(c) (UnsafeMutableRawPointer?, xmlErrorPtr?) -> Void = {
        target, error in
        guard let state = unsafe target?.assumingMemoryBound(to: State.self),
            let error = unsafe error, unsafe state.pointee.complaint == nil
        else { return }
        // A warning makes nothing invalid.
        guard unsafe error.pointee.level != XML_ERR_WARNING else { return }
        unsafe state.pointee.complaint = complaint(code: error.pointee.code)
    }

    private static func complaint(code: Int32) -> Complaint {
        switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
        case XML_SCHEMAV_INTERNAL: .failed
        // Content that is nil, empty, simple by a complex type, and simple.
        case XML_SCHEMAV_CVC_ELT_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1,
            XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2:
            .invalidParent
        default: .invalid
        }
    }

    /// Validates `part` of a document.
    ///
    /// - Parameters:
    ///   - names: the names of the parser that has read the document.
    ///   - declarations: every namespace declaration in the document, in document order.
    /// - Throws: ``XMLFailure`` with the first thing that the schema does not allow.
    func validate(
        _ part: XMLValidatedPart, of tree: ParsedTree, _ names: NameTable,
        _ declarations: [NamespaceDeclaration]
    ) throws(XMLFailure) {
        guard let payload = tree.payload(part) else { throw .noPayload }
        // A fault is nobody's payload.
        if part == .soapBody, tree.isSOAP(payload, "Fault") { return }
        unsafe state.pointee = State()
        // No handlers of ours: libxml2's then forward to nobody.
        guard
            let plug = unsafe xmlSchemaSAXPlug(
                context, &state.pointee.handlers, &state.pointee.target),
            let handlers = unsafe state.pointee.handlers
        else { throw .outOfMemory }
        var replay = unsafe PayloadReplay(
            tree: tree, names: names, declarations: declarations, handlers: handlers.pointee,
            target: state.pointee.target)
        let culprit = replay.run(payload) { unsafe state.pointee.complaint }
        let isValid = unsafe xmlSchemaIsValid(context) == 1
        unsafe xmlSchemaSAXUnplug(plug)
        switch unsafe state.pointee.complaint {
        case .invalid, .invalidParent:
            let element = culprit ?? payload
            throw .invalid(
                element: String(tree.name(of: element).name.prefix(80)),
                line: tree.line(of: element))
        case .failed: throw .outOfMemory
        case nil: if !isValid { throw .outOfMemory }
        }
    }
}
