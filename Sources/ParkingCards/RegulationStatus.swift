public import Facts

/// How far a regulation file may be relied on.
public enum RegulationStatus: String, Hashable, Sendable, CaseIterable {
    /// Made to show how the product works; values are illustrative.
    case sample = "SAMPLE"
    /// Under preparation at the municipality.
    case draft = "DRAFT"
    /// Adopted, with every legal reference confirmed.
    case inForce = "IN_FORCE"

    /// What every decision under it must say; `nil` when it is in force.
    public var notice: LocalizedText? {
        switch self {
        case .sample:
            LocalizedText(
                nl: "Voorbeeld: deze beslissing steunt op een voorbeeldreglement en heeft geen "
                    + "rechtsgevolg.",
                fr: "Exemple : cette décision se fonde sur un règlement d'exemple et n'a pas "
                    + "d'effet juridique.",
                en: "Sample: this decision rests on a sample regulation and has no legal effect.")
        case .draft:
            LocalizedText(
                nl: "Ontwerp: deze beslissing steunt op een ontwerpreglement en heeft geen "
                    + "rechtsgevolg.",
                fr: "Projet : cette décision se fonde sur un projet de règlement et n'a pas "
                    + "d'effet juridique.",
                en: "Draft: this decision rests on a draft regulation and has no legal effect.")
        case .inForce: nil
        }
    }
}
