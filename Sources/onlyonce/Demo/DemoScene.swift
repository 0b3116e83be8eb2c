import Facts
import SourceSimulators

/// One thing that the demo plays, and what must come of it.
enum DemoScene: String, CaseIterable {
    case granted
    case notResident
    case vehicleNotRegistered
    case licenceForfeited
    case deceased
    case quotaExceeded
    case vehicleRegisterDown
    case noRight
    case noOfficial
    case identifiedOfficial

    /// Who asks for a card.
    var character: DemoCast {
        switch self {
        case .granted, .vehicleRegisterDown, .noRight, .noOfficial, .identifiedOfficial: .granted
        case .notResident: .movedOut
        case .vehicleNotRegistered: .unregisteredPlate
        case .licenceForfeited: .forfeitedLicence
        case .deceased: .deceased
        case .quotaExceeded: .thirdOfFullHousehold
        }
    }

    /// The outcome, and the reason that must be among those given.
    var expected: (outcome: String, reason: String?) {
        switch self {
        case .granted: ("granted", nil)
        case .notResident: ("refusalProposed", "NOT_RESIDENT")
        case .vehicleNotRegistered: ("refusalProposed", "VEHICLE_NOT_REGISTERED")
        case .licenceForfeited: ("refusalProposed", "MAY_NOT_DRIVE")
        case .deceased: ("refusalProposed", "APPLICANT_DECEASED")
        case .quotaExceeded: ("refusalProposed", "QUOTA_EXCEEDED")
        case .vehicleRegisterDown: ("undetermined", "SOURCE_UNAVAILABLE")
        case .noRight: ("refused", "attributeNotGranted")
        case .noOfficial: ("refused", "officialRequired")
        case .identifiedOfficial: ("answered", nil)
        }
    }

    /// What happens, in a line.
    func title(in language: Language) -> String {
        let text: LocalizedText =
            switch self {
            case .granted:
                LocalizedText(
                    nl: "Een inwoner met eigen wagen vraagt een eerste kaart",
                    fr: "Un habitant demande une première carte pour sa voiture",
                    en: "A resident asks for a first card for his own car")
            case .notResident:
                LocalizedText(
                    nl: "Controle 1: de aanvrager is verhuisd naar een andere gemeente",
                    fr: "Contrôle 1 : le demandeur a déménagé dans une autre commune",
                    en: "Check 1: the applicant moved to another municipality")
            case .vehicleNotRegistered:
                LocalizedText(
                    nl: "Controle 2: de nummerplaat is niet ingeschreven",
                    fr: "Contrôle 2 : la plaque n'est pas immatriculée",
                    en: "Check 2: the plate is not registered")
            case .licenceForfeited:
                LocalizedText(
                    nl: "Controle 3: de aanvrager mag niet rijden",
                    fr: "Contrôle 3 : le demandeur ne peut pas conduire",
                    en: "Check 3: the applicant may not drive")
            case .deceased:
                LocalizedText(
                    nl: "Controle 4: de aanvrager is overleden",
                    fr: "Contrôle 4 : le demandeur est décédé",
                    en: "Check 4: the applicant has died")
            case .quotaExceeded:
                LocalizedText(
                    nl: "Controle 5: het gezin heeft al twee kaarten",
                    fr: "Contrôle 5 : le ménage a déjà deux cartes",
                    en: "Check 5: the household has two cards already")
            case .vehicleRegisterDown:
                LocalizedText(
                    nl: "Het voertuigenregister valt uit: dat is geen weigering",
                    fr: "Le registre des véhicules est en panne : ce n'est pas un refus",
                    en: "The vehicle register is down: that is no refusal")
            case .noRight:
                LocalizedText(
                    nl: "De dienst parkeren vraagt een adres zonder recht",
                    fr: "Le service stationnement demande une adresse sans droit",
                    en: "The parking department asks for an address without a right")
            case .noOfficial:
                LocalizedText(
                    nl: "De DPO behandelt een klacht, maar zegt niet wie hij is",
                    fr: "Le DPO traite une plainte, mais ne dit pas qui il est",
                    en: "The DPO handles a complaint without saying who they are")
            case .identifiedOfficial:
                LocalizedText(
                    nl: "De DPO meldt zich aan: het token is aan het certificaat gebonden",
                    fr: "Le DPO s'identifie : le jeton est lié au certificat",
                    en: "The DPO signs in: the token is bound to the certificate")
            }
        return text[language]
    }
}
