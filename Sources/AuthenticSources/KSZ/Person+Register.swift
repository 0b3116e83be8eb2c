import Facts
import Gateway
import XMLDocuments

extension Person {
    /// Reads from a file what was asked, and nothing else.
    ///
    /// - Parameter day: today, for what holds during a period.
    init(
        _ ssin: SSIN, _ file: RegisterFile, _ attributes: Set<AttributeID>, on day: CalendarDate
    ) throws(SourceFailure) {
        self.init(ssin: ssin)
        // In the order of the catalogue: a file with two defects always names the same one.
        for attribute in Self.readable where attributes.contains(attribute) {
            try read(attribute, from: file, on: day)
        }
    }

    private static let readable = AttributeGroup.person.attributes

    private mutating func read(
        _ attribute: AttributeID, from file: RegisterFile, on day: CalendarDate
    ) throws(SourceFailure) {
        switch attribute {
        case .personName: name = try PersonName(file)
        case .personBirthDate: birthDate = try Self.birthDate(file)
        case .personBirthPlace: birthPlace = try BirthPlace(file)
        case .personSex: sex = try Self.sex(file)
        case .personMainResidence: mainResidence = try Residence(file)
        case .personManagingMunicipality: managingMunicipality = try ManagingMunicipality(file)
        case .personRegister: register = try RegisterInscription(file)
        case .personCivilState: civilState = try CivilState(file)
        case .personVitalStatus: vitalStatus = try VitalStatus(file)
        case .personAddressChangePending:
            addressChangePending = try Self.isAddressChangePending(file)
        case .personAddressProtected:
            addressProtected = try AddressProtection(file)?.holds(on: day) ?? false
        case .personSharedHosting: sharedHosting = try Self.isSharedHosting(file)
        case .personResidenceUpdated:
            let place = RegisterPart.residenceUpdates.place
            residenceUpdated = try file.current(.residenceUpdates)?.date(in: place)
        case .householdMembers, .householdMemberNames, .householdRelations, .householdCollective,
            .licenceKind, .licenceIssued, .licenceExpires, .licenceCategories, .licenceForfeited,
            .vehicleStatus, .vehiclePlateType, .vehicleCategory, .vehicleMake, .vehicleModel,
            .vehicleColours, .vehicleMaximumMass, .vehicleDimensions, .vehicleFirstRegistered,
            .vehicleFuels, .vehicleIdentificationNumber, .vehicleHolder, .enterpriseStatus,
            .enterpriseSituation, .enterpriseKind, .enterpriseForm, .enterpriseStarted,
            .enterpriseNames, .enterpriseSeat, .enterpriseEstablishments, .enterpriseActivities:
            break  // not facts of a person
        }
    }

    /// The date with the number (type 000); failing that, the date of the act of birth (100).
    private static func birthDate(_ file: RegisterFile) throws(SourceFailure) -> IncompleteDate? {
        let place = RegisterPart.nationalNumber.place
        if let entry = file.first(.nationalNumber),
            let date = try entry.required("NationalNumber", in: place)
                .date(in: "\(place)/NationalNumber")
        {
            return date
        }
        return try file.open(.birthPlace).first?.date(in: RegisterPart.birthPlace.place)
    }

    private static func sex(_ file: RegisterFile) throws(SourceFailure) -> Sex? {
        let place = RegisterPart.nationalNumber.place
        guard let entry = file.first(.nationalNumber) else { return nil }
        switch try entry.required("NationalNumber", in: place)["Sex"] {
        case "1": return .male
        case "2": return .female
        case nil: return nil
        default:
            throw .unintelligible(.unexpectedValue(element: "\(place)/NationalNumber/Sex"))
        }
    }

    /// An intention (005) names where the person comes from or goes to; both are a move that is
    /// not confirmed yet. A declaration (019) is free text, which is never read.
    private static func isAddressChangePending(
        _ file: RegisterFile
    ) throws(SourceFailure) -> Bool {
        for entry in file.open(.addressChangeIntention) where entry.first("OriginPlace") == nil {
            _ = try entry.coded(
                "DestinationPlace", in: RegisterPart.addressChangeIntention.place)
        }
        return !file.open(.addressChangeIntention).isEmpty
            || !file.open(.addressChangeDeclaration).isEmpty
    }

    /// With whom is never read.
    private static func isSharedHosting(_ file: RegisterFile) throws(SourceFailure) -> Bool {
        for entry in file.open(.sharedHostings) {
            _ = try entry.coded("Role", in: RegisterPart.sharedHostings.place)
        }
        return !file.open(.sharedHostings).isEmpty
    }
}
