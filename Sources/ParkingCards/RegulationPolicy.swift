/// The choices of a municipality about how it decides.
public struct RegulationPolicy: Hashable, Sendable {
    /// The law of which day applies.
    public enum LawAt: String, Hashable, Sendable, CaseIterable {
        case decision
        case application
    }

    /// What happens when nothing stands against the card.
    public enum Grant: String, Hashable, Sendable, CaseIterable {
        case automatic
        /// An official confirms grants too.
        case propose
    }

    /// When a refusal is proposed.
    public enum Refuse: String, Hashable, Sendable, CaseIterable {
        /// As soon as one condition is not met.
        case anyFalse = "any_false"
        /// Only when besides nothing is unknown.
        case nothingUnknown = "nothing_unknown"
    }

    public let lawAt: LawAt
    public let grant: Grant
    public let refuse: Refuse
    /// Whether nothing more is asked once one condition is definitely not met: fewer data are
    /// seen, and the rest of the conditions reads "not examined".
    public let stopsAfterDefinitiveFalse: Bool
    /// How long an unpaid grant holds its place.
    public let reservation: DayCount
    /// How old an answer may be on the day of the decision; without an entry, any age.
    public let maximumAge: [EvidenceSource: DayCount]
    /// How long a holder is warned before a register event ends the card.
    public let revocationWarning: DayCount
    /// How long a closed dossier is kept.
    public let retention: Term
}
