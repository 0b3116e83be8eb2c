import Facts

// The places of the bits in a mask. They are tables because nothing cheaper than a switch numbers
// the cases of an enum with names; a test counts them.

extension AttributeID {
    /// The place in the catalogue, below 64.
    var bit: UInt64 {
        switch self {
        case .personName: 0
        case .personBirthDate: 1
        case .personBirthPlace: 2
        case .personSex: 3
        case .personMainResidence: 4
        case .personManagingMunicipality: 5
        case .personRegister: 6
        case .personCivilState: 7
        case .personVitalStatus: 8
        case .personAddressChangePending: 9
        case .personAddressProtected: 10
        case .personSharedHosting: 11
        case .personResidenceUpdated: 12
        case .householdMembers: 13
        case .householdMemberNames: 14
        case .householdRelations: 15
        case .householdCollective: 16
        case .licenceKind: 17
        case .licenceIssued: 18
        case .licenceExpires: 19
        case .licenceCategories: 20
        case .licenceForfeited: 21
        case .vehicleStatus: 22
        case .vehiclePlateType: 23
        case .vehicleCategory: 24
        case .vehicleMake: 25
        case .vehicleModel: 26
        case .vehicleColours: 27
        case .vehicleMaximumMass: 28
        case .vehicleDimensions: 29
        case .vehicleFirstRegistered: 30
        case .vehicleFuels: 31
        case .vehicleIdentificationNumber: 32
        case .vehicleHolder: 33
        case .enterpriseStatus: 34
        case .enterpriseSituation: 35
        case .enterpriseKind: 36
        case .enterpriseForm: 37
        case .enterpriseStarted: 38
        case .enterpriseNames: 39
        case .enterpriseSeat: 40
        case .enterpriseEstablishments: 41
        case .enterpriseActivities: 42
        }
    }
}

extension VerificationID {
    /// The place among the verifications, below 64.
    var bit: UInt64 {
        switch self {
        case .isAlive: 0
        case .isAdult: 1
        case .isResidentOf: 2
        case .sharesHouseholdWith: 3
        case .householdPseudonyms: 4
        case .vehicleIsRegistered: 5
        case .vehicleIsHeldBy: 6
        case .vehicleIsWithin: 7
        case .holdsDrivingLicence: 8
        case .mayDrive: 9
        case .enterpriseIsActive: 10
        case .livesAt: 11
        case .householdSize: 12
        case .establishmentIsAt: 13
        case .holdsFunctionIn: 14
        case .isInscribedIn: 15
        case .livesIn: 16
        case .hasPendingMove: 17
        case .addressMayBeShown: 18
        case .hasSharedCustody: 19
        case .addressPseudonym: 20
        case .areaOfResidence: 21
        case .inscribedSince: 22
        case .vehicleIsSuspended: 23
        case .vehicleIsOfCategory: 24
        case .vehicleIsNoHeavier: 25
        case .vehicleIsNoLonger: 26
        case .vehicleIsNoHigher: 27
        case .plateIsOfKind: 28
        case .vehicleMeetsLowEmission: 29
        case .establishmentIsIn: 30
        case .performsActivity: 31
        case .areaOfEstablishment: 32
        }
    }
}
