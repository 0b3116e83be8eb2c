/// Why a verification has no answer. A silence of a source never becomes a no.
public enum UnknownReason: String, Hashable, Sendable, CaseIterable {
    /// Down or late.
    case sourceUnavailable
    /// It answered with a fault or outside its schema.
    case sourceUnintelligible
    /// It may not tell us.
    case notAllowedBySource
    /// The source does not know the subject.
    case subjectUnknown
    /// The source knows the subject and has nothing of this kind on record.
    case nothingRegistered
    /// No source publishes what the answer needs.
    case notPublished
    /// What the source holds leaves the answer open: an incomplete date, an absent element.
    case inconclusive
    /// A change of address was declared and is not confirmed yet.
    case addressChangePending
    /// The document has expired; the right behind it may still exist.
    case documentExpired
}
