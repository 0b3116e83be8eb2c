import Facts

extension Reason {
    /// What stands against the card because of people and enterprises; `nil` for any other reason.
    var textOfPeople: LocalizedText? {
        switch self {
        case .outsideWindow:
            LocalizedText(
                nl: "De aanvraag valt buiten de termijn.",
                fr: "La demande est introduite hors délai.",
                en: "The application falls outside its window.")
        case .municipalCapReached:
            LocalizedText(
                nl: "De gemeente heeft het maximum aantal kaarten van dit type gegeven.",
                fr: "La commune a délivré le nombre maximum de cartes de ce type.",
                en: "The municipality has given the maximum number of cards of this type.")
        case .notInHousehold:
            LocalizedText(
                nl: "U maakt geen deel uit van het opgegeven gezin.",
                fr: "Vous ne faites pas partie du ménage indiqué.",
                en: "You are not a member of the household that was named.")
        case .underAge:
            LocalizedText(
                nl: "U hebt de vereiste leeftijd niet.",
                fr: "Vous n'avez pas l'âge requis.",
                en: "You do not have the required age.")
        case .noSharedCustody:
            LocalizedText(
                nl: "Er is geen kind ingeschreven dat afwisselend bij u verblijft.",
                fr: "Aucun enfant n'est inscrit en hébergement alterné chez vous.",
                en: "No child is registered as staying with you in alternation.")
        case .applicantDeceased:
            LocalizedText(
                nl: "De aanvrager is overleden; een ambtenaar behandelt het dossier.",
                fr: "Le demandeur est décédé ; un agent traite le dossier.",
                en: "The applicant has died; an official handles the file.")
        case .addressProtected:
            LocalizedText(
                nl: "Het adres wordt in brieven niet vermeld.",
                fr: "L'adresse n'est pas mentionnée dans les courriers.",
                en: "The address is not shown in letters.")
        case .noSecondHomeTax:
            LocalizedText(
                nl: "Er is geen belasting op een tweede verblijf verschuldigd.",
                fr: "Aucune taxe sur une seconde résidence n'est due.",
                en: "No tax on a second home is due.")
        case .noMandate:
            LocalizedText(
                nl: "De volmacht is niet geldig.",
                fr: "Le mandat n'est pas valable.",
                en: "The mandate is not valid.")
        case .careNotRecognised:
            LocalizedText(
                nl: "De erkenning als zorgverstrekker is niet gekend.",
                fr: "L'agrément comme prestataire de soins n'est pas connu.",
                en: "The recognition as a carer is not known.")
        case .noDisabilityCard:
            LocalizedText(
                nl: "Er is geen geldige kaart voor personen met een handicap.",
                fr: "Il n'y a pas de carte valable pour personnes handicapées.",
                en: "There is no valid card for persons with disabilities.")
        case .enterpriseNotActive:
            LocalizedText(
                nl: "De onderneming is niet actief.",
                fr: "L'entreprise n'est pas active.",
                en: "The enterprise is not active.")
        case .establishmentNotInSector:
            LocalizedText(
                nl: "De vestiging is niet actief in de sector.",
                fr: "L'unité d'établissement n'est pas active dans le secteur.",
                en: "The establishment is not active in the sector.")
        case .activityNotListed:
            LocalizedText(
                nl: "De activiteit van de onderneming staat niet op de lijst.",
                fr: "L'activité de l'entreprise ne figure pas dans la liste.",
                en: "The activity of the enterprise is not on the list.")
        case .functionNotHeld:
            LocalizedText(
                nl: "U hebt geen functie in de onderneming.",
                fr: "Vous n'exercez pas de fonction dans l'entreprise.",
                en: "You hold no function in the enterprise.")
        case .tooFewStaff:
            LocalizedText(
                nl: "De onderneming heeft niet genoeg personeel.",
                fr: "L'entreprise n'a pas assez de personnel.",
                en: "The enterprise has not enough staff.")
        case .quotaExceeded, .notResident, .vehicleNotRegistered, .vehicleSuspended,
            .vehicleCategory, .vehicleMass, .vehicleLength, .vehicleHeight, .plateKind,
            .plateHasCard, .tooManyPlates, .vehicleNotAtDisposal, .lowEmissionZone, .mayNotDrive,
            .licenceNotFound, .carNotShared, .licenceExpired, .curable, .addressChangePending,
            .proofRequired, .staffUnknown, .sourceUnavailable, .sourceNotAuthorised,
            .sourceStale, .factNotEstablished:
            nil
        }
    }
}
