import Facts

/// The register in which an invented person is inscribed (information type 210).
public enum SyntheticRegister: String, Hashable, Sendable {
    case foreigners = "1"
    case population = "2"
    case waiting = "5"

    var label: LocalizedText {
        switch self {
        case .foreigners: LocalizedText(nl: "Vreemdelingenregister", fr: "Registre des étrangers")
        case .population:
            LocalizedText(nl: "Bevolkingsregister", fr: "Registre de la population")
        case .waiting: LocalizedText(nl: "Wachtregister", fr: "Registre d'attente")
        }
    }
}
