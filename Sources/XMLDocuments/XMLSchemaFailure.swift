/// Why a schema could not be compiled.
public enum XMLSchemaFailure: Error, Hashable, Sendable {
    /// The schema's own file cannot be read, or is not well-formed XML.
    case unreadable
    /// It is not a usable schema, or one that it imports cannot be read.
    ///
    /// `message` is libxml2's first complaint. It may quote the schema, which holds nobody's data.
    case unusable(line: Int, message: String)
}
