/// What the log is asked to record. The log adds identity, time, epoch and nonce, and boxes what is
/// confidential.
public struct EntryDraft: Hashable, Sendable {
    public let consult: ConsultID
    /// The place of the subject within the consult, from 1.
    public let ordinal: Int
    public let body: EntryBody
    /// Complete: an `answered` has whatever it holds in any case.
    public let confidences: Confidences

    public init(
        consult: ConsultID, ordinal: Int = 1, body: EntryBody,
        confidences: Confidences = Confidences()
    ) {
        precondition((1...1_000_000).contains(ordinal), "ordinals count from 1")
        precondition(confidences.suits(body.kind), "the kind holds no such field")
        self.consult = consult
        self.ordinal = ordinal
        self.body = body
        self.confidences = confidences.completed(for: body.kind)
    }
}
