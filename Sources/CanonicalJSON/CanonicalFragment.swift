/// A value in canonical JSON that is written once and put into many documents.
public struct CanonicalFragment: Hashable, Sendable {
    let bytes: [UInt8]

    /// - Throws: as ``CanonicalDocument/finish()``.
    public init(_ write: (inout CanonicalDocument) -> Void) throws(JSONFailure) {
        var document = CanonicalDocument(capacity: 256)
        write(&document)
        bytes = try document.finish()
    }
}
