public import Facts

/// The value of one confidential field. Printing it shows nothing.
public enum ConfidentialValue: Hashable, Sendable, Redacted {
    case dossier(DossierReference)
    case official(OfficialID)
    case stated(StatedOutcome)
    case subject(Subject)

    public var field: ConfidentialField {
        switch self {
        case .dossier: .dossier
        case .official: .official
        case .stated: .stated
        case .subject: .subject
        }
    }
}
