/// Terms that are drafted or submitted.
public struct PendingTerms: Hashable, Sendable {
    public let terms: Authorisation
    /// Everybody who drafted, changed or submitted terms since the last approval: none of them can
    /// approve.
    public internal(set) var hands: Set<RightsActor>
    /// `nil` while it is a draft.
    public internal(set) var submitter: RightsActor?

    /// `draft` or `submitted`.
    public var state: RightsState { submitter == nil ? .draft : .submitted }
}
