public import Facts

/// What the engine decides about an application, and why. It holds neither the person nor the
/// plate.
public struct Decision: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case granted(Entitlement)
        /// A refusal is only ever proposed: an official confirms it (GDPR art. 22).
        case refusalProposed([Reason])
        /// Not everything is known, and nothing known excludes the card.
        case undetermined([Reason], NextStep)
    }

    public let outcome: Outcome
    public let regulation: RegulationCitation
    public let municipality: NISCode
    public let cardType: CardType
    /// One of the municipality's languages: the applicant's, where possible.
    public let language: Language
    /// Every condition of the regulation, in its order, those not examined included.
    public let conditions: [ConditionResult]
    public let notices: [Notice]
    /// Whether an official confirms a grant too.
    public let isGrantProposed: Bool

    /// What has to happen now.
    public var nextStep: NextStep {
        switch outcome {
        case .granted: isGrantProposed ? .official : .pay
        case .refusalProposed: .official
        case .undetermined(_, let step): step
        }
    }

    /// The reasons against the card, or for not knowing; empty when it is granted.
    public var reasons: [Reason] {
        switch outcome {
        case .granted: []
        case .refusalProposed(let reasons), .undetermined(let reasons, _): reasons
        }
    }

    /// The first day on which something can no longer be repaired.
    public var due: CalendarDate? { reasons.compactMap(\.due).min() }
}
