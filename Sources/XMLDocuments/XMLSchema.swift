/// A compiled W3C XML Schema 1.0, shared by any number of concurrent validations.
public final class XMLSchema: Sendable {
    private let compiled: CompiledSchema

    /// Compiles a schema file. Imports and includes are resolved beside it, from disk alone.
    /// - Throws: ``XMLSchemaFailure`` when the file or one that it imports cannot be used.
    public init(path: String) throws(XMLSchemaFailure) {
        compiled = try CompiledSchema(path: path)
    }

    /// Compiles a schema given as text, which may import files.
    ///
    /// Use it to declare the elements of a service around types that are published as files.
    /// - Parameter baseDirectory: the directory in which relative schema locations are looked up.
    /// - Throws: ``XMLSchemaFailure`` when the text or a file that it imports cannot be used.
    public init(text: String, baseDirectory: String) throws(XMLSchemaFailure) {
        compiled = try CompiledSchema(text: text, baseDirectory: baseDirectory)
    }

    /// The first thing in the document that this schema does not allow, or `nil`.
    func violation(in document: borrowing ParsedDocument, _ part: XMLValidatedPart) -> XMLFailure? {
        unsafe document.withPayload(part) { payload in
            guard let payload = unsafe payload else { return .noPayload }
            if part == .soapBody, unsafe ParsedDocument.isSOAP(payload, "Fault") { return nil }
            return unsafe compiled.violation(below: payload)
        }
    }
}
