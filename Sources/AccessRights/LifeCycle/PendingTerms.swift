/// Terms that are drafted or submitted.
public struct PendingTerms: Hashable, Sendable {
    public let terms: Authorisation
    /// Whoever wrote these terms down.
    public internal(set) var drafter: RightsActor
    /// Everybody who drafted, changed or submitted terms since the last approval: none of them can
    /// approve.
    public internal(set) var hands: Set<RightsActor>
    /// `nil` while it is a draft.
    public internal(set) var submitter: RightsActor?

    /// `draft` or `submitted`.
    public var state: RightsState { submitter == nil ? .draft : .submitted }

    /// Whether two people stand behind the terms when this one approves them: another one than
    /// whoever wrote them down and whoever submitted them, for sure, and nobody who had a hand in
    /// what they were before.
    func isSecondPair(_ actor: RightsActor) -> Bool {
        guard let submitter, !hands.contains(actor) else { return false }
        return actor.isSurelyAnother(than: drafter) && actor.isSurelyAnother(than: submitter)
    }
}
