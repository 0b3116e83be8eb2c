public import Facts

/// The value of one confidential field. Printing it shows nothing.
public enum ConfidentialValue: Hashable, Sendable, Redacted {
    case dossier(DossierReference)
    case official(OfficialID)
    case reason(StatedReason)
    /// The types of information that came over the wire.
    case received(Set<InformationType>)
    case stated(StatedOutcome)
    case subject(Subject)

    public var field: ConfidentialField {
        switch self {
        case .dossier: .dossier
        case .official: .official
        case .reason: .reason
        case .received: .received
        case .stated: .stated
        case .subject: .subject
        }
    }
}
