import Facts

/// A fact that can be cut down to some of its attributes.
protocol Reducible: Sendable {
    /// The same fact with nothing but `attributes` in it.
    func reduced(to attributes: Set<AttributeID>) -> Self
}

extension Person: Reducible {
    func reduced(to attributes: Set<AttributeID>) -> Person {
        var person = Person(ssin: ssin)
        for attribute in attributes {
            switch attribute {
            case .personName: person.name = name
            case .personBirthDate: person.birthDate = birthDate
            case .personBirthPlace: person.birthPlace = birthPlace
            case .personSex: person.sex = sex
            case .personMainResidence: person.mainResidence = mainResidence
            case .personManagingMunicipality: person.managingMunicipality = managingMunicipality
            case .personRegister: person.register = register
            case .personCivilState: person.civilState = civilState
            case .personVitalStatus: person.vitalStatus = vitalStatus
            case .personAddressChangePending: person.addressChangePending = addressChangePending
            case .personAddressProtected: person.addressProtected = addressProtected
            case .personSharedHosting: person.sharedHosting = sharedHosting
            case .personResidenceUpdated: person.residenceUpdated = residenceUpdated
            default: break  // describes another subject
            }
        }
        return person
    }
}

extension Household: Reducible {
    func reduced(to attributes: Set<AttributeID>) -> Household {
        let withNames = attributes.contains(.householdMemberNames)
        let withRelations = attributes.contains(.householdRelations)
        guard !attributes.isDisjoint(with: Self.ofMembers) else {
            return Household(
                members: [],
                isCollective: attributes.contains(.householdCollective) ? isCollective : nil)
        }
        let members = members.map { member in
            HouseholdMember(
                ssin: attributes.contains(.householdMembers) ? member.ssin : nil,
                name: withNames ? member.name : nil,
                relation: withRelations ? member.relation : nil,
                since: withRelations ? member.since : nil)
        }
        return Household(
            members: members,
            isCollective: attributes.contains(.householdCollective) ? isCollective : nil)
    }

    private static let ofMembers: Set<AttributeID> = [
        .householdMembers, .householdMemberNames, .householdRelations,
    ]
}

extension DrivingLicence: Reducible {
    func reduced(to attributes: Set<AttributeID>) -> DrivingLicence {
        var licence = DrivingLicence(informationType: informationType)
        for attribute in attributes {
            switch attribute {
            case .licenceKind: licence.kind = kind
            case .licenceIssued: licence.issued = issued
            case .licenceExpires: licence.expires = expires
            case .licenceCategories:
                licence.categories = categories
                licence.unknownCategories = unknownCategories
            case .licenceForfeited:
                licence.isForfeited = isForfeited
                licence.forfeitedSince = forfeitedSince
            default: break  // describes another subject
            }
        }
        return licence
    }
}

extension Array: Reducible where Element: Reducible {
    func reduced(to attributes: Set<AttributeID>) -> [Element] {
        map { $0.reduced(to: attributes) }
    }
}

extension VehicleRegistration: Reducible {
    func reduced(to attributes: Set<AttributeID>) -> VehicleRegistration {
        var vehicle = VehicleRegistration(plate: plate)
        for attribute in attributes {
            switch attribute {
            case .vehicleStatus:
                vehicle.status = status
                vehicle.since = since
            case .vehiclePlateType: vehicle.plateType = plateType
            case .vehicleCategory: vehicle.category = category
            case .vehicleMake: vehicle.make = make
            case .vehicleModel: vehicle.model = model
            case .vehicleColours: vehicle.colours = colours
            case .vehicleMaximumMass: vehicle.maximumMass = maximumMass
            case .vehicleDimensions:
                vehicle.length = length
                vehicle.height = height
            case .vehicleFirstRegistered: vehicle.firstRegistered = firstRegistered
            case .vehicleFuels: vehicle.fuels = fuels
            case .vehicleIdentificationNumber:
                vehicle.identificationNumber = identificationNumber
            case .vehicleHolder: vehicle.holder = holder
            default: break  // describes another subject
            }
        }
        return vehicle
    }
}

extension Enterprise: Reducible {
    func reduced(to attributes: Set<AttributeID>) -> Enterprise {
        var enterprise = Enterprise(number: number)
        for attribute in attributes {
            switch attribute {
            case .enterpriseStatus: enterprise.status = status
            case .enterpriseSituation: enterprise.juridicalSituation = juridicalSituation
            case .enterpriseKind: enterprise.kind = kind
            case .enterpriseForm: enterprise.juridicalForm = juridicalForm
            case .enterpriseStarted: enterprise.started = started
            case .enterpriseNames: enterprise.names = names
            case .enterpriseSeat: enterprise.seat = seat
            case .enterpriseEstablishments:
                enterprise.establishments = establishments?.map { establishment in
                    var reduced = establishment
                    if !attributes.contains(.enterpriseActivities) { reduced.activities = nil }
                    return reduced
                }
            case .enterpriseActivities: enterprise.activities = activities
            default: break  // describes another subject
            }
        }
        return enterprise
    }
}
