/// The catalogue: what is known of each attribute.
///
/// Terms are those of the Core Person, Core Business and Organization vocabularies, of FOAF and of
/// schema.org; an attribute for which none means the same has none.
extension Attribute {
    /// The row of `id`.
    public init(_ id: AttributeID) {
        self.id = id
        source = id.group.source
        switch id {
        case .personName:
            informationTypes = ["010"]
            label = LocalizedText(
                nl: "Naam en voornamen", fr: "Nom et prénoms",
                en: "Name")
            semanticURI = "http://xmlns.com/foaf/0.1/name"
        case .personBirthDate:
            informationTypes = ["000"]
            label = LocalizedText(
                nl: "Geboortedatum", fr: "Date de naissance",
                en: "Date of birth")
            semanticURI = "http://data.europa.eu/m8g/birthDate"
        case .personBirthPlace:
            informationTypes = ["100"]
            label = LocalizedText(
                nl: "Geboorteplaats", fr: "Lieu de naissance",
                en: "Place of birth")
            semanticURI = "http://www.w3.org/ns/person#placeOfBirth"
        case .personSex:
            informationTypes = ["000"]
            label = LocalizedText(
                nl: "Geslacht", fr: "Sexe",
                en: "Sex")
            semanticURI = "http://data.europa.eu/m8g/sex"
        case .personMainResidence:
            informationTypes = ["001", "020"]
            label = LocalizedText(
                nl: "Hoofdverblijfplaats", fr: "Résidence principale",
                en: "Main residence")
            semanticURI = "http://data.europa.eu/m8g/domicile"
        case .personManagingMunicipality:
            informationTypes = ["001"]
            label = LocalizedText(
                nl: "Gemeente van beheer", fr: "Commune de gestion",
                en: "Managing municipality")
            semanticURI = nil
        case .personRegister:
            informationTypes = ["210"]
            label = LocalizedText(
                nl: "Register van inschrijving", fr: "Registre d'inscription",
                en: "Register of inscription")
            semanticURI = nil
        case .personCivilState:
            informationTypes = ["120"]
            label = LocalizedText(
                nl: "Burgerlijke staat", fr: "État civil",
                en: "Civil state")
            semanticURI = nil
        case .personVitalStatus:
            informationTypes = ["150"]
            label = LocalizedText(
                nl: "Overlijden", fr: "Décès",
                en: "Death")
            semanticURI = "http://data.europa.eu/m8g/deathDate"
        case .personAddressChangePending:
            informationTypes = ["005", "019"]
            label = LocalizedText(
                nl: "Adreswijziging in behandeling", fr: "Changement d'adresse en cours",
                en: "Change of address pending")
            semanticURI = nil
        case .personAddressProtected:
            informationTypes = ["252"]
            label = LocalizedText(
                nl: "Niet-mededeelbaar adres", fr: "Adresse non communicable",
                en: "Address not to be communicated")
            semanticURI = nil
        case .personSharedHosting:
            informationTypes = ["021"]
            label = LocalizedText(
                nl: "Gedeelde huisvesting", fr: "Hébergement partagé",
                en: "Shared hosting of a child")
            semanticURI = nil
        case .personResidenceUpdated:
            informationTypes = ["251"]
            label = LocalizedText(
                nl: "Laatste wijziging van de hoofdverblijfplaats",
                fr: "Dernière mise à jour de la résidence principale",
                en: "Last update of the main residence")
            semanticURI = nil
        case .householdMembers:
            informationTypes = ["140", "141"]
            label = LocalizedText(
                nl: "Leden van het gezin", fr: "Membres du ménage",
                en: "Members of the household")
            semanticURI = nil
        case .householdMemberNames:
            informationTypes = ["140"]
            label = LocalizedText(
                nl: "Namen van de gezinsleden", fr: "Noms des membres du ménage",
                en: "Names of the members")
            semanticURI = nil
        case .householdRelations:
            informationTypes = ["140"]
            label = LocalizedText(
                nl: "Verwantschap met de referentiepersoon",
                fr: "Relation avec la personne de référence",
                en: "Relation to the reference person")
            semanticURI = nil
        case .householdCollective:
            informationTypes = ["140"]
            label = LocalizedText(
                nl: "Collectief huishouden", fr: "Ménage collectif",
                en: "Collective household")
            semanticURI = nil
        case .licenceKind:
            informationTypes = ["191", "194"]
            label = LocalizedText(
                nl: "Soort rijbewijs", fr: "Type de permis",
                en: "Kind of licence")
            semanticURI = nil
        case .licenceIssued:
            informationTypes = ["191", "194"]
            label = LocalizedText(
                nl: "Datum van afgifte", fr: "Date de délivrance",
                en: "Date of issue")
            semanticURI = nil
        case .licenceExpires:
            informationTypes = ["194"]
            label = LocalizedText(
                nl: "Vervaldatum", fr: "Date d'expiration",
                en: "Date of expiry")
            semanticURI = nil
        case .licenceCategories:
            informationTypes = ["194"]
            label = LocalizedText(
                nl: "Categorieën", fr: "Catégories",
                en: "Categories")
            semanticURI = nil
        case .licenceForfeited:
            informationTypes = ["191"]
            label = LocalizedText(
                nl: "Verval", fr: "Déchéance",
                en: "Forfeiture")
            semanticURI = nil
        case .vehicleStatus:
            informationTypes = []
            label = LocalizedText(
                nl: "Status van de inschrijving", fr: "Statut de l'immatriculation",
                en: "Status of the registration")
            semanticURI = nil
        case .vehiclePlateType:
            informationTypes = []
            label = LocalizedText(
                nl: "Soort nummerplaat", fr: "Type de plaque",
                en: "Kind of plate")
            semanticURI = nil
        case .vehicleCategory:
            informationTypes = []
            label = LocalizedText(
                nl: "Voertuigcategorie", fr: "Catégorie du véhicule",
                en: "Category of the vehicle")
            semanticURI = nil
        case .vehicleMake:
            informationTypes = []
            label = LocalizedText(
                nl: "Merk", fr: "Marque",
                en: "Make")
            semanticURI = "https://schema.org/brand"
        case .vehicleModel:
            informationTypes = []
            label = LocalizedText(
                nl: "Handelsbenaming", fr: "Dénomination commerciale",
                en: "Commercial name")
            semanticURI = "https://schema.org/model"
        case .vehicleColours:
            informationTypes = []
            label = LocalizedText(
                nl: "Kleur", fr: "Couleur",
                en: "Colour")
            semanticURI = "https://schema.org/color"
        case .vehicleMaximumMass:
            informationTypes = []
            label = LocalizedText(
                nl: "Maximaal toegelaten massa", fr: "Masse maximale autorisée",
                en: "Maximum mass")
            semanticURI = "https://schema.org/weightTotal"
        case .vehicleDimensions:
            informationTypes = []
            label = LocalizedText(
                nl: "Afmetingen", fr: "Dimensions",
                en: "Dimensions")
            semanticURI = nil
        case .vehicleFirstRegistered:
            informationTypes = []
            label = LocalizedText(
                nl: "Eerste inschrijving", fr: "Première immatriculation",
                en: "First registration")
            semanticURI = "https://schema.org/dateVehicleFirstRegistered"
        case .vehicleFuels:
            informationTypes = []
            label = LocalizedText(
                nl: "Brandstof en emissienorm", fr: "Carburant et norme d'émission",
                en: "Fuel and emission standard")
            semanticURI = "https://schema.org/fuelType"
        case .vehicleIdentificationNumber:
            informationTypes = []
            label = LocalizedText(
                nl: "Chassisnummer", fr: "Numéro de châssis",
                en: "Vehicle identification number")
            semanticURI = "https://schema.org/vehicleIdentificationNumber"
        case .vehicleHolder:
            informationTypes = []
            label = LocalizedText(
                nl: "Titularis", fr: "Titulaire",
                en: "Holder")
            semanticURI = nil
        case .enterpriseStatus:
            informationTypes = []
            label = LocalizedText(
                nl: "Status", fr: "Statut",
                en: "Status")
            semanticURI = nil
        case .enterpriseSituation:
            informationTypes = []
            label = LocalizedText(
                nl: "Rechtstoestand", fr: "Situation juridique",
                en: "Juridical situation")
            semanticURI = nil
        case .enterpriseKind:
            informationTypes = []
            label = LocalizedText(
                nl: "Soort onderneming", fr: "Type d'entreprise",
                en: "Kind of enterprise")
            semanticURI = nil
        case .enterpriseForm:
            informationTypes = []
            label = LocalizedText(
                nl: "Rechtsvorm", fr: "Forme juridique",
                en: "Juridical form")
            semanticURI = "http://www.w3.org/ns/regorg#orgType"
        case .enterpriseStarted:
            informationTypes = []
            label = LocalizedText(
                nl: "Begindatum", fr: "Date de début",
                en: "Start")
            semanticURI = "https://schema.org/foundingDate"
        case .enterpriseNames:
            informationTypes = []
            label = LocalizedText(
                nl: "Benamingen", fr: "Dénominations",
                en: "Names")
            semanticURI = "http://www.w3.org/ns/regorg#legalName"
        case .enterpriseSeat:
            informationTypes = []
            label = LocalizedText(
                nl: "Zetel", fr: "Siège",
                en: "Seat")
            semanticURI = "http://www.w3.org/ns/org#hasRegisteredSite"
        case .enterpriseEstablishments:
            informationTypes = []
            label = LocalizedText(
                nl: "Vestigingseenheden", fr: "Unités d'établissement",
                en: "Establishment units")
            semanticURI = "http://www.w3.org/ns/org#hasSite"
        case .enterpriseActivities:
            informationTypes = []
            label = LocalizedText(
                nl: "Activiteiten", fr: "Activités",
                en: "Activities")
            semanticURI = "http://www.w3.org/ns/regorg#orgActivity"
        }
    }

    /// Every attribute, in the order of the catalogue.
    public static let catalogue: [Attribute] = AttributeID.allCases.map(Attribute.init)
}
