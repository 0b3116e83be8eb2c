/// One condition of a decision, with everything that explains it.
public struct ConditionResult: Hashable, Sendable {
    public let id: ConditionID
    public let outcome: ConditionOutcome
    /// Present when the condition is not met or not known.
    public let reason: Reason?
    public let reference: LegalReference
    /// In the order in which the questions were asked; empty when none was.
    public let evidence: [EvidenceRecord]
    /// The document that took the place of a source's answer.
    public let document: SupportingDocument.Kind?
    /// The conditions of a group, of which one is enough.
    public let members: [ConditionResult]
}
