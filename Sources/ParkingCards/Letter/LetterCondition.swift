/// What was examined of one condition, and the outcome.
struct LetterCondition: Hashable {
    let id: ConditionID
    let label: String
    /// The limit that the municipality sets.
    let detail: String?
    let outcome: ConditionOutcome
    let outcomeText: String
    let reason: LetterReason?
    let law: LetterLaw
    let evidence: [LetterEvidence]
    /// What was handed in and took the place of a source's answer.
    let document: String?
    let members: [LetterCondition]
}
