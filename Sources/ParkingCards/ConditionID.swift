public import Facts

/// The conditions that a regulation can compose. The raw value is the word in the file; the order
/// is the one in which they are examined, least data first: the own register before the sources,
/// the driving licence last.
public enum ConditionID: String, Hashable, Sendable, CaseIterable {
    case plateFree = "cards.plate_free"
    case alive = "rn.alive"
    case resident = "rn.resident"
    case quota = "cards.quota"
    case registered = "div.registered"
    case atDisposal = "use.at_disposal"
    case category = "div.category"
    case mayDrive = "licence.may_drive"

    /// What the condition demands, for a person to read.
    public var label: LocalizedText {
        switch self {
        case .plateFree:
            LocalizedText(
                nl: "Voor de nummerplaat bestaat nog geen kaart",
                fr: "La plaque n'a pas encore de carte",
                en: "The plate has no card yet")
        case .alive:
            LocalizedText(
                nl: "De aanvrager is in leven", fr: "Le demandeur est en vie",
                en: "The applicant is alive")
        case .resident:
            LocalizedText(
                nl: "De aanvrager woont in de gemeente",
                fr: "Le demandeur habite la commune",
                en: "The applicant lives in the municipality")
        case .quota:
            LocalizedText(
                nl: "Het maximum aantal kaarten is niet bereikt",
                fr: "Le nombre maximum de cartes n'est pas atteint",
                en: "The maximum number of cards is not reached")
        case .registered:
            LocalizedText(
                nl: "Het voertuig is ingeschreven", fr: "Le véhicule est immatriculé",
                en: "The vehicle is registered")
        case .atDisposal:
            LocalizedText(
                nl: "De aanvrager beschikt over het voertuig",
                fr: "Le demandeur dispose du véhicule",
                en: "The applicant has the vehicle at their disposal")
        case .category:
            LocalizedText(
                nl: "Categorie en massa zijn toegelaten",
                fr: "La catégorie et la masse sont admises",
                en: "Category and mass are accepted")
        case .mayDrive:
            LocalizedText(
                nl: "De aanvrager mag het voertuig besturen",
                fr: "Le demandeur peut conduire le véhicule",
                en: "The applicant may drive the vehicle")
        }
    }
}
