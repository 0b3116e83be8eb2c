import Facts

extension Reason {
    /// What stands against the card because of the vehicle; `nil` for any other reason.
    var textOfVehicles: LocalizedText? {
        switch self {
        case .vehicleNotRegistered:
            LocalizedText(
                nl: "De nummerplaat is niet (meer) ingeschreven.",
                fr: "La plaque n'est pas (ou plus) immatriculée.",
                en: "The plate is not (or no longer) registered.")
        case .vehicleSuspended:
            LocalizedText(
                nl: "De inschrijving van het voertuig is opgeschort.",
                fr: "L'immatriculation du véhicule est suspendue.",
                en: "The registration of the vehicle is suspended.")
        case .vehicleCategory:
            LocalizedText(
                nl: "Het voertuig valt buiten de toegelaten categorie.",
                fr: "Le véhicule n'est pas de la catégorie admise.",
                en: "The vehicle is not of an accepted category.")
        case .vehicleMass:
            LocalizedText(
                nl: "Het voertuig valt buiten de toegelaten massa.",
                fr: "Le véhicule dépasse la masse admise.",
                en: "The vehicle exceeds the accepted mass.")
        case .vehicleLength:
            LocalizedText(
                nl: "Het voertuig valt buiten de toegelaten lengte.",
                fr: "Le véhicule dépasse la longueur admise.",
                en: "The vehicle exceeds the accepted length.")
        case .vehicleHeight:
            LocalizedText(
                nl: "Het voertuig valt buiten de toegelaten hoogte.",
                fr: "Le véhicule dépasse la hauteur admise.",
                en: "The vehicle exceeds the accepted height.")
        case .plateKind:
            LocalizedText(
                nl: "Voor deze soort nummerplaat kan geen kaart worden gegeven.",
                fr: "Ce type de plaque n'ouvre pas le droit à une carte.",
                en: "No card is given for this kind of plate.")
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
        case .carNotShared:
            LocalizedText(
                nl: "De auto wordt niet door genoeg mensen gedeeld.",
                fr: "La voiture n'est pas partagée par assez de personnes.",
                en: "The car is not shared by enough people.")
        case .lowEmissionZone:
            LocalizedText(
                nl: "Dit voertuig voldoet niet aan de lage-emissiezone.",
                fr: "Ce véhicule ne respecte pas la zone de basses émissions.",
                en: "This vehicle does not comply with the low-emission zone.")
        case .outsideWindow, .quotaExceeded, .municipalCapReached, .notResident, .notInHousehold,
            .underAge, .noSharedCustody, .applicantDeceased, .addressProtected, .tooManyPlates,
            .mayNotDrive, .licenceNotFound, .enterpriseNotActive, .establishmentNotInSector,
            .activityNotListed, .functionNotHeld, .tooFewStaff, .careNotRecognised,
            .noDisabilityCard, .noSecondHomeTax, .noMandate, .licenceExpired, .curable,
            .addressChangePending, .proofRequired, .staffUnknown, .sourceUnavailable,
            .sourceNotAuthorised, .sourceStale, .factNotEstablished:
            nil
        }
    }
}
