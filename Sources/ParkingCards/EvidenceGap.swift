/// Why a question has no answer. It never says anything about the subject.
public enum EvidenceGap: String, Hashable, Sendable, CaseIterable {
    /// The source was silent or unintelligible, or the consult could not be logged.
    case sourceUnavailable
    /// The municipality or the gateway has no right to the answer.
    case sourceNotAuthorised
    /// The source does not know the subject, and is not known to be complete.
    case subjectUnknown
    /// No source publishes what the answer needs.
    case notPublished
    /// The source answered, and neither yes nor no follows.
    case inconclusive
    /// A change of address is declared and not yet verified.
    case addressChangePending
    /// The document has expired; the right behind it may still exist.
    case documentExpired
    /// The answer is older than the municipality accepts.
    case sourceStale
}
