/// A step on a card has no answer.
public enum CardFailure: Error, Hashable, Sendable {
    /// There is no decision.
    case assessment(AssessmentFailure)
    /// There is no such card, or another organisation decides about it.
    case unknownCard
    /// The step cannot be taken.
    case refused(StepRefusal)
    /// There is no letter to write.
    case noLetter(NoLetter)
    /// The idempotency key was used for another order.
    case anotherOrder
    /// The register could not be read or written. Sent again with the same key, the order is
    /// carried out once.
    case unavailable
}
