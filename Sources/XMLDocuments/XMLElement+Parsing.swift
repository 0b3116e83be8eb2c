extension XMLElement {
    /// Parses a document and, when a schema is given, validates it.
    ///
    /// Nothing outside the bytes is ever read: no entity, no external subset, no network, no
    /// `xsi:schemaLocation`. UTF-16 is refused along with every other NUL byte.
    /// - Throws: ``XMLFailure`` whenever the document is not exactly what it should be; there is
    ///   no partial result.
    public init(
        parsing bytes: some Collection<UInt8>, limits: XMLLimits = .standard,
        validatedAgainst schema: XMLSchema? = nil, validating part: XMLValidatedPart = .root
    ) throws(XMLFailure) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        let parsed = bytes.withContiguousStorageIfAvailable { buffer in
            unsafe XMLElement.parse(buffer, limits, schema, part)
        }
        if let parsed {
            self = try parsed.get()
        } else {
            self = try unsafe Array(bytes).withUnsafeBufferPointer { buffer in
                unsafe XMLElement.parse(buffer, limits, schema, part)
            }.get()
        }
    }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits, _ schema: XMLSchema?,
        _ part: XMLValidatedPart
    ) -> Result<XMLElement, XMLFailure> {
        Result { () throws(XMLFailure) in
            let document = try unsafe ParsedDocument(bytes, limits: limits)
            if let schema, let violation = schema.violation(in: document, part) {
                throw violation
            }
            return document.tree()
        }
    }
}
