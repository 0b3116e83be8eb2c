public import Facts

/// One line of a card's history: who did what, and when. It is never changed.
public struct CardEvent: Hashable, Sendable, Redacted {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case received, assessed, documentsAdded, refusalConfirmed, overrideBegun, overridden
        case grantConfirmed, paid, activated, plateChanged, plateNotChanged, renewalRequested
        case noticeSent, noticeDelivered, revocationAnnounced, revocationLifted, revoked
        case withdrawn, lapsed, expired, visitsUsed
    }

    public let kind: Kind
    public let at: Timestamp
    public let by: CardActor
    /// The official's reason, where one is given.
    public let reason: CardReason?
    /// What else there is to say, by name: words and numbers, no number of a person and no plate.
    public let details: [String: String]

    init(
        _ kind: Kind, at moment: Moment, by actor: CardActor, because reason: CardReason? = nil,
        _ details: [String: String] = [:]
    ) {
        self.init(kind, at: moment.time, by: actor, because: reason, details)
    }

    init(
        _ kind: Kind, at time: Timestamp, by actor: CardActor, because reason: CardReason?,
        _ details: [String: String]
    ) {
        self.kind = kind
        at = time
        by = actor
        self.reason = reason
        self.details = details
    }
}
