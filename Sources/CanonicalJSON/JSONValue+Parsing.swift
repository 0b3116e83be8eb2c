extension JSONValue {
    /// Reads one JSON value that fills the whole text (RFC 8259 within RFC 7493).
    ///
    /// - Throws: ``JSONFailure`` for anything that a strict reader would not accept: a byte order
    ///   mark, bytes that are not UTF-8, a member named twice, a lone surrogate, a noncharacter, a
    ///   number beyond ±(2^53 − 1), trailing content, or a text beyond the limits.
    public init(
        parsing bytes: some Collection<UInt8>, limits: JSONLimits = .standard
    ) throws(JSONFailure) {
        guard bytes.count <= limits.size else { throw .tooLarge(limit: limits.size) }
        var parser = JSONParser(bytes: Array(bytes), maximumDepth: limits.depth)
        self = try parser.document()
    }
}
