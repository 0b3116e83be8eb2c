public import Facts

/// The parking-card regulation of one municipality, as data.
public struct Regulation: Hashable, Sendable {
    public let id: RegulationID
    /// Names this very text in every decision.
    public let hash: RegulationHash
    public let status: RegulationStatus
    public let municipality: NISCode
    public let name: LocalizedText
    public let `operator`: Operator
    /// The organisations that decide under the regulation: the municipality, or whom it charged
    /// with it. Nobody else is told what its register of cards holds.
    public let deciders: Set<EnterpriseNumber>
    /// The languages in which the municipality decides, the preferred one first.
    public let languages: [Language]
    public let policy: RegulationPolicy
    public let sectors: SectorPlan
    /// In the order of the file.
    public let references: [LegalReference]
    public let cardTypes: [CardType: CardRules]
    /// What the municipality gives for its letters; a regulation in force always has it.
    public let letter: LetterTexts?

    /// Whether nothing more is asked once one condition is definitely not met.
    public var stopsAfterDefinitiveFalse: Bool { policy.stopsAfterDefinitiveFalse }
}
