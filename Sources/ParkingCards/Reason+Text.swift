public import Facts

extension Reason {
    /// The reason in words: a draft, to be checked by a lawyer who writes the language. It names
    /// no person and no plate.
    public func text(in language: Language) -> String { localizedText[language] }

    var localizedText: LocalizedText {
        textOfPeople ?? textOfVehicles ?? textOfUnknown ?? textWithValues
    }

    /// The reasons whose texts tell a number, a day or a name of the regulation.
    private var textWithValues: LocalizedText {
        if case .quotaExceeded(let live, let maximum, let key) = self {
            return Self.quotaText(live, maximum, key.owner)
        }
        if case .notResident(let municipality, let day) = self {
            return LocalizedText(
                nl: "U bent volgens het Rijksregister op \(day.text) niet ingeschreven in "
                    + "\(municipality.nl).",
                fr: "Selon le Registre national, vous n'étiez pas inscrit(e) à "
                    + "\(municipality.fr) le \(day.text).",
                en: "According to the national register you did not live in "
                    + "\(municipality.fr) on \(day.text).")
        }
        if case .mayNotDrive(let day) = self {
            return LocalizedText(
                nl: "U mag dit voertuig op \(day.text) niet besturen.",
                fr: "Vous ne pouvez pas conduire ce véhicule à la date du \(day.text).",
                en: "You may not drive this vehicle on \(day.text).")
        }
        if case .tooManyPlates(let maximum) = self {
            return LocalizedText(
                nl: "Op een kaart staan hoogstens \(maximum) nummerplaten.",
                fr: "Une carte porte au plus \(maximum) plaques.",
                en: "A card bears at most \(maximum) plates.")
        }
        if case .curable(let reason, let due) = self {
            let text = reason.localizedText
            return LocalizedText(
                nl: "\(text.nl) U kunt dit rechtzetten voor \(due.text).",
                fr: "\(text.fr) Vous pouvez y remédier avant le \(due.text).",
                en: "\(text[.en]) You can repair this before \(due.text).")
        }
        return textOfExpiry
    }

    private var textOfExpiry: LocalizedText {
        guard let due else {
            return LocalizedText(
                nl: "Uw rijbewijsdocument is vervallen; vernieuw het.",
                fr: "Votre permis est échu ; renouvelez-le.",
                en: "Your driving licence has expired; renew it.")
        }
        return LocalizedText(
            nl: "Uw rijbewijsdocument is vervallen; vernieuw het voor \(due.text).",
            fr: "Votre permis est échu ; renouvelez-le avant le \(due.text).",
            en: "Your driving licence has expired; renew it before \(due.text).")
    }

    private static func quotaText(
        _ live: Int, _ maximum: Int, _ owner: LocalizedText
    ) -> LocalizedText {
        LocalizedText(
            nl: "Voor \(owner.nl) zijn al \(live) van \(maximum) kaarten geldig.",
            fr: "\(owner.fr) dispose déjà de \(live) cartes sur \(maximum).",
            en: "\(owner[.en]) already has \(live) of \(maximum) cards.")
    }
}

extension QuotaKey {
    /// Whose cards count together, at the place that the text of the quota has for it.
    fileprivate var owner: LocalizedText {
        switch self {
        case .household:
            LocalizedText(nl: "uw gezin", fr: "Votre ménage", en: "Your household")
        case .address: LocalizedText(nl: "uw adres", fr: "Votre adresse", en: "Your address")
        case .dwellingUnit:
            LocalizedText(nl: "uw wooneenheid", fr: "Votre logement", en: "Your dwelling")
        case .person: LocalizedText(nl: "u", fr: "Votre compte", en: "Your account")
        case .enterprise:
            LocalizedText(nl: "uw onderneming", fr: "Votre entreprise", en: "Your enterprise")
        case .establishment:
            LocalizedText(nl: "uw vestiging", fr: "Votre établissement", en: "Your establishment")
        }
    }
}
