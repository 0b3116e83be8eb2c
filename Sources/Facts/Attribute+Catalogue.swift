/// The catalogue: what is known of each attribute.
///
/// Terms are those of the Core Person, Core Business and Organization vocabularies, of FOAF and of
/// schema.org; an attribute for which none means the same has none.
extension Attribute {
    /// Every attribute, in the order of the catalogue.
    public static let catalogue: [Attribute] = AttributeID.allCases.map(Attribute.init)

    /// The row of `id`.
    public init(_ id: AttributeID) {
        switch id {
        case .personName:
            self.init(
                id, of: ["010"], nl: "Naam en voornamen", fr: "Nom et prénoms", en: "Name",
                term: "http://xmlns.com/foaf/0.1/name")
        case .personBirthDate:
            self.init(
                id, of: ["000"], nl: "Geboortedatum", fr: "Date de naissance", en: "Date of birth",
                term: "http://data.europa.eu/m8g/birthDate")
        case .personBirthPlace:
            self.init(
                id, of: ["100"], nl: "Geboorteplaats", fr: "Lieu de naissance",
                en: "Place of birth", term: "http://www.w3.org/ns/person#placeOfBirth")
        case .personSex:
            self.init(
                id, of: ["000"], nl: "Geslacht", fr: "Sexe", en: "Sex",
                term: "http://data.europa.eu/m8g/sex")
        case .personMainResidence:
            self.init(
                id, of: ["001", "020"], nl: "Hoofdverblijfplaats", fr: "Résidence principale",
                en: "Main residence", term: "http://data.europa.eu/m8g/domicile")
        case .personManagingMunicipality:
            self.init(
                id, of: ["001"], nl: "Gemeente van beheer", fr: "Commune de gestion",
                en: "Managing municipality")
        case .personRegister:
            self.init(
                id, of: ["210"], nl: "Register van inschrijving", fr: "Registre d'inscription",
                en: "Register of inscription")
        case .personCivilState:
            self.init(id, of: ["120"], nl: "Burgerlijke staat", fr: "État civil", en: "Civil state")
        case .personVitalStatus:
            self.init(
                id, of: ["150"], nl: "Overlijden", fr: "Décès", en: "Death",
                term: "http://data.europa.eu/m8g/deathDate")
        case .personAddressChangePending:
            self.init(
                id, of: ["005", "019"], nl: "Adreswijziging in behandeling",
                fr: "Changement d'adresse en cours", en: "Change of address pending")
        case .personAddressProtected:
            self.init(
                id, of: ["252"], nl: "Niet-mededeelbaar adres", fr: "Adresse non communicable",
                en: "Address not to be communicated")
        case .personSharedHosting:
            self.init(
                id, of: ["021"], nl: "Gedeelde huisvesting", fr: "Hébergement partagé",
                en: "Shared hosting of a child")
        case .personResidenceUpdated:
            self.init(
                id, of: ["251"], nl: "Laatste wijziging van de hoofdverblijfplaats",
                fr: "Dernière mise à jour de la résidence principale",
                en: "Last update of the main residence")

        case .householdMembers:
            self.init(
                id, of: ["140", "141"], nl: "Leden van het gezin", fr: "Membres du ménage",
                en: "Members of the household")
        case .householdMemberNames:
            self.init(
                id, of: ["140"], nl: "Namen van de gezinsleden", fr: "Noms des membres du ménage",
                en: "Names of the members")
        case .householdRelations:
            self.init(
                id, of: ["140"], nl: "Verwantschap met de referentiepersoon",
                fr: "Relation avec la personne de référence",
                en: "Relation to the reference person")
        case .householdCollective:
            self.init(
                id, of: ["140"], nl: "Collectief huishouden", fr: "Ménage collectif",
                en: "Collective household")

        case .licenceKind:
            self.init(
                id, of: ["191", "194"], nl: "Soort rijbewijs", fr: "Type de permis",
                en: "Kind of licence")
        case .licenceIssued:
            self.init(
                id, of: ["191", "194"], nl: "Datum van afgifte", fr: "Date de délivrance",
                en: "Date of issue")
        case .licenceExpires:
            self.init(
                id, of: ["194"], nl: "Vervaldatum", fr: "Date d'expiration", en: "Date of expiry")
        case .licenceCategories:
            self.init(id, of: ["194"], nl: "Categorieën", fr: "Catégories", en: "Categories")
        case .licenceForfeited:
            self.init(id, of: ["191"], nl: "Verval", fr: "Déchéance", en: "Forfeiture")

        case .vehicleStatus:
            self.init(
                id, nl: "Status van de inschrijving", fr: "Statut de l'immatriculation",
                en: "Status of the registration")
        case .vehiclePlateType:
            self.init(id, nl: "Soort nummerplaat", fr: "Type de plaque", en: "Kind of plate")
        case .vehicleCategory:
            self.init(
                id, nl: "Voertuigcategorie", fr: "Catégorie du véhicule",
                en: "Category of the vehicle")
        case .vehicleMake:
            self.init(id, nl: "Merk", fr: "Marque", en: "Make", term: "https://schema.org/brand")
        case .vehicleModel:
            self.init(
                id, nl: "Handelsbenaming", fr: "Dénomination commerciale", en: "Commercial name",
                term: "https://schema.org/model")
        case .vehicleColours:
            self.init(
                id, nl: "Kleur", fr: "Couleur", en: "Colour", term: "https://schema.org/color")
        case .vehicleMaximumMass:
            self.init(
                id, nl: "Maximaal toegelaten massa", fr: "Masse maximale autorisée",
                en: "Maximum mass", term: "https://schema.org/weightTotal")
        case .vehicleDimensions:
            self.init(id, nl: "Afmetingen", fr: "Dimensions", en: "Dimensions")
        case .vehicleFirstRegistered:
            self.init(
                id, nl: "Eerste inschrijving", fr: "Première immatriculation",
                en: "First registration", term: "https://schema.org/dateVehicleFirstRegistered")
        case .vehicleFuels:
            self.init(
                id, nl: "Brandstof en emissienorm", fr: "Carburant et norme d'émission",
                en: "Fuel and emission standard", term: "https://schema.org/fuelType")
        case .vehicleIdentificationNumber:
            self.init(
                id, nl: "Chassisnummer", fr: "Numéro de châssis",
                en: "Vehicle identification number",
                term: "https://schema.org/vehicleIdentificationNumber")
        case .vehicleHolder:
            self.init(id, nl: "Titularis", fr: "Titulaire", en: "Holder")

        case .enterpriseStatus:
            self.init(id, nl: "Status", fr: "Statut", en: "Status")
        case .enterpriseSituation:
            self.init(
                id, nl: "Rechtstoestand", fr: "Situation juridique", en: "Juridical situation")
        case .enterpriseKind:
            self.init(
                id, nl: "Soort onderneming", fr: "Type d'entreprise", en: "Kind of enterprise")
        case .enterpriseForm:
            self.init(
                id, nl: "Rechtsvorm", fr: "Forme juridique", en: "Juridical form",
                term: "http://www.w3.org/ns/regorg#orgType")
        case .enterpriseStarted:
            self.init(
                id, nl: "Begindatum", fr: "Date de début", en: "Start",
                term: "https://schema.org/foundingDate")
        case .enterpriseNames:
            self.init(
                id, nl: "Benamingen", fr: "Dénominations", en: "Names",
                term: "http://www.w3.org/ns/regorg#legalName")
        case .enterpriseSeat:
            self.init(
                id, nl: "Zetel", fr: "Siège", en: "Seat",
                term: "http://www.w3.org/ns/org#hasRegisteredSite")
        case .enterpriseEstablishments:
            self.init(
                id, nl: "Vestigingseenheden", fr: "Unités d'établissement",
                en: "Establishment units", term: "http://www.w3.org/ns/org#hasSite")
        case .enterpriseActivities:
            self.init(
                id, nl: "Activiteiten", fr: "Activités", en: "Activities",
                term: "http://www.w3.org/ns/regorg#orgActivity")
        }
    }

    /// - Parameters:
    ///   - types: the types of information of the National Register that it comes from.
    ///   - term: what a published vocabulary calls it.
    private init(
        _ id: AttributeID, of types: [InformationType] = [], nl: String, fr: String, en: String,
        term: String? = nil
    ) {
        self.id = id
        source = id.group.source
        informationTypes = types
        label = LocalizedText(nl: nl, fr: fr, en: en)
        semanticURI = term
    }
}
