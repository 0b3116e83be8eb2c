/// What the rights say to a request.
public enum AccessDecision: Hashable, Sendable {
    case permitted(Grant)
    /// Allowed if the subject proves to be one of a population. Never empty: the first alternative
    /// whose check is met gives the grant; when none is met the subject is outside.
    case conditional([ConditionalGrant])
    case refused(Refusal)
}
