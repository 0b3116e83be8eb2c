/// What the rights say to a request.
public enum AccessDecision: Hashable, Sendable {
    case permitted(Grant)
    /// Allowed if the subject proves to be one of a population, and a quota is not used up. Never
    /// empty: the first alternative whose checks are met and whose quota could be reserved gives
    /// the grant; when no check is met the subject is outside.
    case conditional([ConditionalGrant])
    case refused(Refusal)
}
