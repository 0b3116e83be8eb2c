import Facts

/// Which attributes a fact holds, each asked for one by one.
enum Presence {
    static func attributes(of person: Person) -> Set<AttributeID> {
        present(in: .person) { attribute in
            switch attribute {
            case .personName: person.name != nil
            case .personBirthDate: person.birthDate != nil
            case .personBirthPlace: person.birthPlace != nil
            case .personSex: person.sex != nil
            case .personMainResidence: person.mainResidence != nil
            case .personManagingMunicipality: person.managingMunicipality != nil
            case .personRegister: person.register != nil
            case .personCivilState: person.civilState != nil
            case .personVitalStatus: person.vitalStatus != nil
            case .personAddressChangePending: person.addressChangePending != nil
            case .personAddressProtected: person.addressProtected != nil
            case .personSharedHosting: person.sharedHosting != nil
            case .personResidenceUpdated: person.residenceUpdated != nil
            default: nil
            }
        }
    }

    static func attributes(of household: Household) -> Set<AttributeID> {
        let members = household.members
        return present(in: .household) { attribute in
            switch attribute {
            case .householdMembers: members.contains { $0.ssin != nil }
            case .householdMemberNames: members.contains { $0.name != nil }
            case .householdRelations: members.contains { $0.relation != nil || $0.since != nil }
            case .householdCollective: household.isCollective != nil
            default: nil
            }
        }
    }

    static func attributes(of licences: [DrivingLicence]) -> Set<AttributeID> {
        present(in: .drivingLicence) { attribute in
            licences.contains { licence in
                switch attribute {
                case .licenceKind: licence.kind != nil
                case .licenceIssued: licence.issued != nil
                case .licenceExpires: licence.expires != nil
                case .licenceCategories:
                    licence.categories != nil || !licence.unknownCategories.isEmpty
                case .licenceForfeited:
                    licence.isForfeited != nil || licence.forfeitedSince != nil
                default: false
                }
            }
        }
    }

    static func attributes(of vehicle: VehicleRegistration) -> Set<AttributeID> {
        present(in: .vehicle) { attribute in
            switch attribute {
            case .vehicleStatus: vehicle.status != nil || vehicle.since != nil
            case .vehiclePlateType: vehicle.plateType != nil
            case .vehicleCategory: vehicle.category != nil
            case .vehicleMake: vehicle.make != nil
            case .vehicleModel: vehicle.model != nil
            case .vehicleColours: vehicle.colours != nil
            case .vehicleMaximumMass: vehicle.maximumMass != nil
            case .vehicleDimensions: vehicle.length != nil || vehicle.height != nil
            case .vehicleFirstRegistered: vehicle.firstRegistered != nil
            case .vehicleFuels: vehicle.fuels != nil
            case .vehicleIdentificationNumber: vehicle.identificationNumber != nil
            case .vehicleHolder: vehicle.holder != nil
            default: nil
            }
        }
    }

    static func attributes(of enterprise: Enterprise) -> Set<AttributeID> {
        present(in: .enterprise) { attribute in
            switch attribute {
            case .enterpriseStatus: enterprise.status != nil
            case .enterpriseSituation: enterprise.juridicalSituation != nil
            case .enterpriseKind: enterprise.kind != nil
            case .enterpriseForm: enterprise.juridicalForm != nil
            case .enterpriseStarted: enterprise.started != nil
            case .enterpriseNames: enterprise.names != nil
            case .enterpriseSeat: enterprise.seat != nil
            case .enterpriseEstablishments: enterprise.establishments != nil
            case .enterpriseActivities: enterprise.activities != nil
            default: nil
            }
        }
    }

    /// An attribute of the group that no rule mentions counts as present, so that a new one cannot
    /// slip through unseen.
    private static func present(
        in group: AttributeGroup, _ isPresent: (AttributeID) -> Bool?
    ) -> Set<AttributeID> {
        Set(group.attributes.filter { isPresent($0) ?? true })
    }
}
