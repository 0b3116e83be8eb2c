public import AccessRights
public import ConsultLog

/// How a consult ended. Each of them but ``notRecorded(_:)`` and ``undecided(_:)`` stands in the
/// log.
public enum ConsultResult<Fact: Sendable>: Sendable {
    case answered(Answer<Fact>)
    /// The source does not know the subject.
    case notFound(ConsultID)
    /// No right: nobody was asked.
    case refused(Refusal, ConsultID)
    /// The source gave no answer; nothing follows about the subject.
    case failed(SourceFailure, ConsultID)
    /// The intent could not be made durable, and no source was asked; or the outcome could not,
    /// and the data was dropped.
    case notRecorded(ConsultID)
    /// The rights could not be known, which is no refusal: nobody was asked about the subject.
    case undecided(ConsultID)
}
