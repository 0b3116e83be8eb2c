extension XMLElement {
    /// Parses a document and, when a schema is given, validates it.
    ///
    /// Nothing outside the bytes is ever read: no entity, no external subset, no network, no
    /// `xsi:schemaLocation`. UTF-16 is refused along with every other NUL byte,
    /// and so is every encoding but UTF-8, ASCII, ISO 8859 and those of Windows like it.
    /// - Throws: ``XMLFailure`` whenever the document is not exactly what it should be; there is
    ///   no partial result.
    public init(
        parsing bytes: some Collection<UInt8>, limits: XMLLimits = .standard,
        validatedAgainst schema: XMLSchema? = nil, validating part: XMLValidatedPart = .root
    ) throws(XMLFailure) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        let parsed = bytes.withContiguousStorageIfAvailable { buffer in
            unsafe XMLElement.parse(buffer.span, limits, schema, part)
        }
        let tree: ParsedTree
        if let parsed {
            tree = try parsed.get()
        } else {
            tree = try XMLElement.parse(Array(bytes).span, limits, schema, part).get()
        }
        self.init(tree, node: 0)
    }

    private static func parse(
        _ bytes: Span<UInt8>, _ limits: XMLLimits, _ schema: XMLSchema?,
        _ part: XMLValidatedPart
    ) -> Result<ParsedTree, XMLFailure> {
        do throws(XMLFailure) {
            if let schema { return .success(try schema.read(bytes, limits, part)) }
            guard var parser = DocumentParser(validation: nil) else {
                return .failure(.outOfMemory)
            }
            return .success(try parser.read(bytes, limits, part))
        } catch {
            return .failure(error)
        }
    }
}
