public import Facts

extension ConditionID {
    /// What the condition demands, for a person to read.
    public var label: LocalizedText {
        switch self {
        case .window:
            LocalizedText(
                nl: "De aanvraag valt binnen de termijn",
                fr: "La demande est introduite dans les délais",
                en: "The application falls within its window")
        case .plateFree:
            LocalizedText(
                nl: "Voor de nummerplaat bestaat nog geen kaart",
                fr: "La plaque n'a pas encore de carte", en: "The plate has no card yet")
        case .municipalCap:
            LocalizedText(
                nl: "Het maximum van de gemeente is niet bereikt",
                fr: "Le maximum de la commune n'est pas atteint",
                en: "The maximum of the municipality is not reached")
        case .alive:
            LocalizedText(
                nl: "De aanvrager is in leven", fr: "Le demandeur est en vie",
                en: "The applicant is alive")
        case .adult:
            LocalizedText(
                nl: "De aanvrager heeft de vereiste leeftijd", fr: "Le demandeur a l'âge requis",
                en: "The applicant has the required age")
        case .resident:
            LocalizedText(
                nl: "De aanvrager woont in de gemeente", fr: "Le demandeur habite la commune",
                en: "The applicant lives in the municipality")
        case .householdMember:
            LocalizedText(
                nl: "De aanvrager maakt deel uit van het gezin",
                fr: "Le demandeur fait partie du ménage",
                en: "The applicant is a member of the household")
        case .sharedCustodyChild:
            LocalizedText(
                nl: "Een kind verblijft afwisselend bij de aanvrager",
                fr: "Un enfant est hébergé en alternance chez le demandeur",
                en: "A child stays with the applicant in alternation")
        case .addressShown:
            LocalizedText(
                nl: "Het adres mag worden vermeld", fr: "L'adresse peut être mentionnée",
                en: "The address may be shown")
        case .secondHomeTax:
            LocalizedText(
                nl: "De belasting op de tweede verblijven is verschuldigd",
                fr: "La taxe sur les secondes résidences est due",
                en: "The tax on second homes is due")
        case .mandate:
            LocalizedText(
                nl: "De volmacht is geldig", fr: "Le mandat est valable", en: "The mandate is valid"
            )
        case .quota:
            LocalizedText(
                nl: "Het maximum aantal kaarten is niet bereikt",
                fr: "Le nombre maximum de cartes n'est pas atteint",
                en: "The maximum number of cards is not reached")
        case .enterpriseActive:
            LocalizedText(
                nl: "De onderneming is actief", fr: "L'entreprise est active",
                en: "The enterprise is active")
        case .establishmentInSector:
            LocalizedText(
                nl: "De vestiging is actief in de sector",
                fr: "L'unité d'établissement est active dans le secteur",
                en: "The establishment is active in the sector")
        case .activity:
            LocalizedText(
                nl: "De activiteit staat op de lijst", fr: "L'activité figure dans la liste",
                en: "The activity is on the list")
        case .function:
            LocalizedText(
                nl: "De aanvrager heeft een functie in de onderneming",
                fr: "Le demandeur exerce une fonction dans l'entreprise",
                en: "The applicant holds a function in the enterprise")
        case .staff:
            LocalizedText(
                nl: "De onderneming heeft voldoende personeel",
                fr: "L'entreprise a suffisamment de personnel",
                en: "The enterprise has enough staff")
        case .careRecognised:
            LocalizedText(
                nl: "De zorgverstrekker is erkend", fr: "Le prestataire de soins est agréé",
                en: "The carer is recognised")
        case .disabilityCard:
            LocalizedText(
                nl: "Er is een geldige kaart voor personen met een handicap",
                fr: "Il existe une carte valable pour personnes handicapées",
                en: "There is a valid card for persons with disabilities")
        case .registered:
            LocalizedText(
                nl: "Het voertuig is ingeschreven", fr: "Le véhicule est immatriculé",
                en: "The vehicle is registered")
        case .heldBy:
            LocalizedText(
                nl: "Het voertuig staat op naam van de aanvrager",
                fr: "Le véhicule est immatriculé au nom du demandeur",
                en: "The vehicle is registered in the applicant's name")
        case .atDisposal:
            LocalizedText(
                nl: "De aanvrager beschikt over het voertuig",
                fr: "Le demandeur dispose du véhicule",
                en: "The applicant has the vehicle at their disposal")
        case .category:
            LocalizedText(
                nl: "De categorie is toegelaten", fr: "La catégorie est admise",
                en: "The category is accepted")
        case .maximumMass:
            LocalizedText(
                nl: "De massa is toegelaten", fr: "La masse est admise", en: "The mass is accepted")
        case .maximumLength:
            LocalizedText(
                nl: "De lengte is toegelaten", fr: "La longueur est admise",
                en: "The length is accepted")
        case .maximumHeight:
            LocalizedText(
                nl: "De hoogte is toegelaten", fr: "La hauteur est admise",
                en: "The height is accepted")
        case .plateKind:
            LocalizedText(
                nl: "Het soort nummerplaat is toegelaten", fr: "Le type de plaque est admis",
                en: "The kind of plate is accepted")
        case .lowEmission:
            LocalizedText(
                nl: "Het voertuig mag in de lage-emissiezone",
                fr: "Le véhicule est admis dans la zone de basses émissions",
                en: "The vehicle is admitted to the low-emission zone")
        case .carShareGroup:
            LocalizedText(
                nl: "De auto wordt door voldoende mensen gedeeld",
                fr: "La voiture est partagée par suffisamment de personnes",
                en: "The car is shared by enough people")
        case .anyOf:
            LocalizedText(
                nl: "Eén van deze voorwaarden is vervuld",
                fr: "L'une de ces conditions est remplie",
                en: "One of these conditions is met")
        case .mayDrive:
            LocalizedText(
                nl: "De aanvrager mag het voertuig besturen",
                fr: "Le demandeur peut conduire le véhicule",
                en: "The applicant may drive the vehicle")
        }
    }
}
