public import Facts

/// Who orders a step, and by which name.
public struct CardOrder: Sendable {
    public let organisation: EnterpriseNumber
    public let actor: CardActor
    public let key: IdempotencyKey?

    public init(
        for organisation: EnterpriseNumber, by actor: CardActor, key: IdempotencyKey? = nil
    ) {
        self.organisation = organisation
        self.actor = actor
        self.key = key
    }
}
