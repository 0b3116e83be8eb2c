/// Why a document was refused. It names limits, element names and lines, never content.
public enum XMLFailure: Error, Hashable, Sendable {
    /// The bytes are not namespace-well-formed XML, or they contain a NUL byte. Lines count from 1.
    case notWellFormed(line: Int)
    /// The document has a document type declaration, which SOAP 1.1 §3 forbids.
    case hasDocumentType
    /// The document has more bytes than the limit.
    case tooLarge(limit: Int)
    /// A tag has more bytes than the limit.
    case tagTooLong(limit: Int)
    /// The document nests elements deeper than the limit.
    case tooDeep(limit: Int)
    /// The document has more elements than the limit.
    case tooManyElements(limit: Int)
    /// The schema does not allow this element here, or not with this content or these attributes.
    case invalid(element: String, line: Int)
    /// The part to validate is missing: a SOAP 1.1 envelope with an element in its body.
    case noPayload
    /// libxml2 could not get the memory it needs.
    case outOfMemory
}
