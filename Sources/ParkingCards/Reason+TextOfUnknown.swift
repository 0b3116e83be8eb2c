import Facts

extension Reason {
    /// What is not known; `nil` for any other reason.
    var textOfUnknown: LocalizedText? {
        switch self {
        case .licenceNotFound:
            LocalizedText(
                nl: "Uw rijbewijs staat niet in de Belgische bank; bezorg een kopie.",
                fr: "Votre permis ne figure pas dans la banque belge ; fournissez une copie.",
                en: "Your driving licence is not in the Belgian register; hand in a copy.")
        case .addressChangePending:
            LocalizedText(
                nl: "Uw adreswijziging is nog niet bevestigd. U kunt model 2 indienen.",
                fr:
                    "Votre changement d'adresse n'est pas encore confirmé. Vous pouvez fournir le modèle 2.",
                en: "Your change of address is not confirmed yet. You can hand in model 2.")
        case .proofRequired:
            LocalizedText(
                nl:
                    "Toon aan dat u het voertuig permanent gebruikt, met een van de aanvaarde stukken.",
                fr: "Prouvez l'usage permanent du véhicule par un des documents acceptés.",
                en: "Show that you use the vehicle permanently, by one of the accepted documents.")
        case .staffUnknown:
            LocalizedText(
                nl: "Het aantal personeelsleden is niet bekend; bezorg een verklaring.",
                fr: "L'effectif du personnel n'est pas connu ; fournissez une déclaration.",
                en: "The number of staff is not known; hand in a declaration.")
        case .sourceUnavailable, .sourceNotAuthorised, .sourceStale:
            LocalizedText(
                nl:
                    "Wij konden een gegeven nog niet nagaan. U hoeft niets te doen; uw plaats blijft behouden.",
                fr:
                    "Une donnée n'a pas encore pu être vérifiée. Vous n'avez rien à faire ; votre place est conservée.",
                en:
                    "We could not check something yet. You need not do anything; your place is kept."
            )
        case .factNotEstablished:
            LocalizedText(
                nl: "Een gegeven kon niet worden vastgesteld; een ambtenaar bekijkt uw aanvraag.",
                fr: "Une donnée n'a pas pu être établie ; un agent examine votre demande.",
                en: "Something could not be established; an official looks at your application.")
        case .outsideWindow, .quotaExceeded, .municipalCapReached, .notResident, .notInHousehold,
            .underAge, .noSharedCustody, .applicantDeceased, .addressProtected,
            .vehicleNotRegistered, .vehicleSuspended, .vehicleCategory, .vehicleMass,
            .vehicleLength, .vehicleHeight, .plateKind, .plateHasCard, .tooManyPlates,
            .vehicleNotAtDisposal, .lowEmissionZone, .mayNotDrive, .enterpriseNotActive,
            .establishmentNotInSector, .activityNotListed, .functionNotHeld, .tooFewStaff,
            .careNotRecognised, .noDisabilityCard, .carNotShared, .noSecondHomeTax, .noMandate,
            .licenceExpired, .curable:
            nil
        }
    }
}
