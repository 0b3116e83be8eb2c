import Facts

/// The words of a letter in its language.
struct LetterWording: Hashable {
    let language: Language

    private static let months = [
        ("januari", "janvier"), ("februari", "février"), ("maart", "mars"), ("april", "avril"),
        ("mei", "mai"), ("juni", "juin"), ("juli", "juillet"), ("augustus", "août"),
        ("september", "septembre"), ("oktober", "octobre"), ("november", "novembre"),
        ("december", "décembre"),
    ]

    func say(_ dutch: String, _ french: String) -> String { language == .fr ? french : dutch }

    /// A day in words: `10 maart 2026`, `1er mars 2026`.
    func day(_ day: CalendarDate) -> String {
        let month = Self.months[day.month - 1]
        return say(
            "\(day.day) \(month.0) \(day.year)",
            "\(day.day)\(day.day == 1 ? "er" : "") \(month.1) \(day.year)")
    }

    /// A moment: the day in words, then the time in UTC.
    func moment(_ moment: Timestamp) -> String {
        "\(day(moment.utcDate)), \(moment.text.dropFirst(11).prefix(5)) UTC"
    }

    func amount(_ euros: Euros) -> String {
        euros.text.replacing(".", with: ",") + " euro" + say("", "s")
    }

    /// The outcome of a condition.
    func words(for outcome: ConditionOutcome) -> String {
        switch outcome {
        case .satisfied: say("Vervuld", "Remplie")
        case .waived:
            say(
                "Telt niet: het register heeft dit gegeven niet",
                "Ne compte pas : le registre n'a pas cette donnée")
        case .notSatisfied: say("Niet vervuld", "Non remplie")
        case .unknown: say("Nog niet bekend", "Pas encore connue")
        case .notExamined:
            say(
                "Niet onderzocht: een andere voorwaarde was al beslissend",
                "Non examinée : une autre condition était déjà décisive")
        }
    }

    func name(of source: EvidenceSource) -> String {
        switch source {
        case .nationalRegister: say("Rijksregister", "Registre national")
        case .vehicleRegister:
            say("Repertorium van de voertuigen (DIV)", "Répertoire des véhicules (DIV)")
        case .drivingLicences: say("Register van de rijbewijzen", "Registre des permis de conduire")
        case .enterpriseRegister:
            say("Kruispuntbank van Ondernemingen", "Banque-Carrefour des Entreprises")
        case .cardRegister:
            say("Eigen register van parkeerkaarten", "Registre propre des cartes de stationnement")
        case .otherRegister: say("Ander register", "Autre registre")
        case .supportingDocument: say("Stuk dat u bezorgde", "Document que vous avez fourni")
        case .declaration: say("Verklaring van een ambtenaar", "Déclaration d'un agent")
        }
    }

    /// What is put after a text that nobody has checked yet.
    var draftMark: String { say("[ontwerp]", "[projet]") }

    /// What is put after a citation that nobody has compared with the published text.
    var unconfirmedMark: String { say("(niet bevestigd)", "(non confirmé)") }

    func citation(_ law: LetterLaw) -> String {
        var text = law.title
        if let article = law.article { text += ", art. \(article)" }
        if let numac = law.numac { text += ", numac \(numac)" }
        return law.isConfirmed ? text : "\(text) \(unconfirmedMark)"
    }

    func evidence(_ evidence: LetterEvidence) -> String {
        let known = say("stand op ", "situation au ") + moment(evidence.asOf)
        return "\(evidence.name), \(known)"
    }
}
