/// Why a consult that was permitted gave nothing.
enum NoAnswer: Error {
    /// A look-up's intent or outcome could not be made durable.
    case notRecorded
    case failed(SourceFailure)
    case notFound
}
