public import Facts

/// A change of vehicles, with the decision that found nothing against it.
public struct PlateChange: Hashable, Sendable, Redacted {
    /// The vehicles until then.
    public let earlier: [Plate]
    public let assessment: CardAssessment
}
