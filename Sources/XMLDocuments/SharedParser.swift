import Synchronization

/// A parser that is handed from one reader to the next.
///
/// Only one reader has it at a time: the lock is never waited for.
final class SharedParser: Sendable {
    private let parser: Mutex<DocumentParser?>

    init(validatingWith schema: borrowing CompiledSchema) {
        if let validation = PayloadValidation(schema) {
            parser = Mutex(DocumentParser(validation: validation))
        } else {
            parser = Mutex(nil)
        }
    }

    /// Reads a document, of which the schema describes `part`.
    ///
    /// - Returns: the tree, and whether the parser may be used again.
    func read(
        _ bytes: Span<UInt8>, _ limits: XMLLimits, _ part: XMLValidatedPart
    ) throws(XMLFailure) -> (tree: ParsedTree, isReusable: Bool) {
        try parser.withLock { parser throws(XMLFailure) in
            guard let tree = try parser?.read(bytes, limits, part) else {
                throw .outOfMemory
            }
            return (tree, parser?.isReusable == true)
        }
    }
}
