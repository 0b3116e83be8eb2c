public import ConsultLog

/// Is told what an operator must know and a caller is not told: why there was no answer.
///
/// Conformers return at once. Nothing that they are told says anything about a subject.
public protocol GatewayObserver: Sendable {
    /// A source gave no answer.
    ///
    /// - Parameter asked: the entry that carries the intent, also the ticket that the source got.
    func sourceFailed(_ failure: SourceFailure, at operation: SourceOperation, asked: EntryID)

    /// An intent, an outcome or a refusal could not be made durable.
    func notRecorded(_ failure: LogFailure, of consult: ConsultID)

    /// Nothing was decided, because the rights could not be known.
    func undecided()
}
