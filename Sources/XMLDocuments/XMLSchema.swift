import Synchronization

/// A compiled W3C XML Schema 1.0, shared by any number of concurrent validations.
public final class XMLSchema: Sendable {
    /// Parsers that wait for a next document. First in the class: they refer to the schema.
    private let idle = Mutex<[SharedParser]>([])
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

    /// Reads a document of which this schema allows `part`.
    func read(
        _ bytes: Span<UInt8>, _ limits: XMLLimits, _ part: XMLValidatedPart
    ) throws(XMLFailure) -> ParsedTree {
        let waiting = idle.withLock { $0.popLast() }
        let parser = waiting ?? SharedParser(validatingWith: compiled)
        // A parser that has seen a bad document is not trusted with the next.
        let (tree, isReusable) = try parser.read(bytes, limits, part)
        if isReusable {
            idle.withLock { idle in
                if idle.count < Self.mostIdle { idle.append(parser) }
            }
        }
        return tree
    }

    /// As many as are likely to read at the same time; one takes some tens of kilobytes.
    private static let mostIdle = 16
}
