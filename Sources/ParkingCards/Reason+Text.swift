public import Facts

extension Reason {
    /// The reason in words: a draft, to be checked by a lawyer who writes the language. It names
    /// no person and no plate.
    public func text(in language: Language) -> String { text[language] }

    private var text: LocalizedText {
        switch self {
        case .quotaExceeded(let live, let maximum):
            LocalizedText(
                nl: "Voor uw gezin zijn al \(live) van \(maximum) kaarten geldig.",
                fr: "Votre ménage dispose déjà de \(live) cartes sur \(maximum).",
                en: "Your household already has \(live) of \(maximum) cards.")
        case .notResident(let municipality, let day):
            LocalizedText(
                nl: "U bent volgens het Rijksregister op \(day.text) niet ingeschreven in "
                    + "\(municipality.nl).",
                fr: "Selon le Registre national, vous n'étiez pas inscrit(e) à "
                    + "\(municipality.fr) le \(day.text).",
                en: "According to the national register you did not live in "
                    + "\(municipality.fr) on \(day.text).")
        case .applicantDeceased:
            LocalizedText(
                nl: "De aanvrager is overleden; een ambtenaar behandelt het dossier.",
                fr: "Le demandeur est décédé ; un agent traite le dossier.",
                en: "The applicant has died; an official handles the file.")
        case .vehicleNotRegistered:
            LocalizedText(
                nl: "De nummerplaat is niet (meer) ingeschreven.",
                fr: "La plaque n'est pas (ou plus) immatriculée.",
                en: "The plate is not (or no longer) registered.")
        case .vehicleOutsideLimits:
            LocalizedText(
                nl: "Het voertuig valt buiten de toegelaten categorie of massa.",
                fr: "Le véhicule dépasse la catégorie ou la masse admise.",
                en: "The vehicle is outside the accepted category or mass.")
        case .plateHasCard:
            LocalizedText(
                nl: "Voor deze nummerplaat bestaat al een kaart.",
                fr: "Une carte existe déjà pour cette plaque.",
                en: "This plate already has a card.")
        case .vehicleNotAtDisposal:
            LocalizedText(
                nl: "Het voertuig is niet op uw naam ingeschreven.",
                fr: "Le véhicule n'est pas immatriculé à votre nom.",
                en: "The vehicle is not registered in your name.")
        case .mayNotDrive(let day):
            LocalizedText(
                nl: "U mag dit voertuig op \(day.text) niet besturen.",
                fr: "Vous ne pouvez pas conduire ce véhicule à la date du \(day.text).",
                en: "You may not drive this vehicle on \(day.text).")
        case .licenceNotFound, .licenceExpired, .addressChangePending, .proofRequired,
            .sourceUnavailable,
            .sourceNotAuthorised, .factNotEstablished:
            textOfUnknown
        }
    }

    private var textOfUnknown: LocalizedText {
        switch self {
        case .licenceNotFound:
            LocalizedText(
                nl: "Uw rijbewijs staat niet in de Belgische bank; bezorg een kopie.",
                fr: "Votre permis ne figure pas dans la banque belge ; fournissez une copie.",
                en: "Your driving licence is not in the Belgian register; hand in a copy.")
        case .licenceExpired:
            LocalizedText(
                nl: "Uw rijbewijsdocument is vervallen; vernieuw het.",
                fr: "Votre permis est échu ; renouvelez-le.",
                en: "Your driving licence has expired; renew it.")
        case .addressChangePending:
            LocalizedText(
                nl: "Uw adreswijziging is nog niet bevestigd.",
                fr: "Votre changement d'adresse n'est pas encore confirmé.",
                en: "Your change of address is not confirmed yet.")
        case .proofRequired:
            LocalizedText(
                nl: "Toon aan dat u het voertuig permanent gebruikt: attest van de werkgever.",
                fr: "Prouvez l'usage permanent du véhicule : attestation de l'employeur.",
                en: "Show that you use the vehicle permanently: an employer's attestation.")
        case .sourceUnavailable, .sourceNotAuthorised:
            LocalizedText(
                nl: "Wij konden een gegeven nog niet nagaan. U hoeft niets te doen.",
                fr: "Une donnée n'a pas encore pu être vérifiée. Vous n'avez rien à faire.",
                en: "We could not check something yet. You need not do anything.")
        case .factNotEstablished, .quotaExceeded, .notResident, .applicantDeceased,
            .vehicleNotRegistered, .vehicleOutsideLimits, .plateHasCard, .vehicleNotAtDisposal,
            .mayNotDrive:
            LocalizedText(
                nl: "Een gegeven kon niet worden vastgesteld; een ambtenaar bekijkt uw aanvraag.",
                fr: "Une donnée n'a pas pu être établie ; un agent examine votre demande.",
                en: "Something could not be established; an official looks at your application.")
        }
    }
}
