public import Facts

/// The civil state of an invented person, by the codes that were observed.
public enum SyntheticCivilState: Hashable, Sendable, Redacted {
    case single
    case married(to: SSIN?, since: CalendarDate)
    case widowed(since: CalendarDate)
    case divorced(since: CalendarDate)

    var code: String {
        switch self {
        case .single: "10"
        case .married: "20"
        case .widowed: "30"
        case .divorced: "40"
        }
    }

    var label: LocalizedText {
        switch self {
        case .single: LocalizedText(nl: "Ongehuwd", fr: "Célibataire")
        case .married: LocalizedText(nl: "Gehuwd", fr: "Marié")
        case .widowed: LocalizedText(nl: "Weduwstaat", fr: "Veuf ou veuve")
        case .divorced: LocalizedText(nl: "Gescheiden", fr: "Divorcé")
        }
    }
}
