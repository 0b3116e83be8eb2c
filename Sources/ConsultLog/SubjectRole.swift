/// How a subject came to be in an answer.
public enum SubjectRole: String, Hashable, Sendable, CaseIterable {
    /// Somebody asked about this subject.
    case consulted
    /// The answer about another subject names this one: a member of a household, a holder.
    case listed
}
