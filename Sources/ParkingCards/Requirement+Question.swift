import Facts

extension Requirement {
    /// The one question on which the requirement rests; `nil` when there are several or none.
    var question: FactQuestion? {
        switch self {
        case .alive: .isAlive
        case .adult: .isOldEnough
        case .resident: .isResident
        case .householdMember: .isHouseholdMember
        case .sharedCustodyChild: .hasSharedCustodyChild
        case .addressShown: .mayShowAddress
        case .secondHomeTax: .paysSecondHomeTax
        case .mandate: .hasMandate
        case .enterpriseActive: .enterpriseIsActive
        case .establishmentInSector: .establishmentIsInSector
        case .activity: .activityIsListed
        case .function: .holdsFunction
        case .careRecognised: .isRecognisedCarer
        case .disabilityCard: .hasDisabilityCard
        case .registered: .isRegistered
        case .heldBy(.applicant): .isHeldByApplicant
        case .heldBy(.enterprise): .isHeldByEnterprise
        case .category: .isOfCategory
        case .maximumMass: .isWithinMass
        case .maximumLength: .isWithinLength
        case .maximumHeight: .isWithinHeight
        case .plateKind: .isOfPlateKind
        case .lowEmission: .meetsLowEmission
        case .carShareGroup: .isSharedCar
        case .mayDrive: .mayDrive
        case .window, .plateFree, .municipalCap, .quota, .staff, .atDisposal, .anyOf: nil
        }
    }

    /// Why a card is refused when the answer is no; `nil` when the reason depends on more.
    func reason(_ municipality: LocalizedText, _ day: CalendarDate) -> Reason? {
        switch self {
        case .alive: .applicantDeceased
        case .adult: .underAge
        case .resident: .notResident(municipality: municipality, on: day)
        case .householdMember: .notInHousehold
        case .sharedCustodyChild: .noSharedCustody
        case .addressShown: .addressProtected
        case .secondHomeTax: .noSecondHomeTax
        case .mandate: .noMandate
        case .enterpriseActive: .enterpriseNotActive
        case .establishmentInSector: .establishmentNotInSector
        case .activity: .activityNotListed
        case .function: .functionNotHeld
        case .careRecognised: .careNotRecognised
        case .disabilityCard: .noDisabilityCard
        case .registered: .vehicleNotRegistered
        case .heldBy, .atDisposal: .vehicleNotAtDisposal
        case .category: .vehicleCategory
        case .maximumMass: .vehicleMass
        case .maximumLength: .vehicleLength
        case .maximumHeight: .vehicleHeight
        case .plateKind: .plateKind
        case .lowEmission: .lowEmissionZone
        case .carShareGroup: .carNotShared
        case .mayDrive: .mayNotDrive(on: day)
        case .window: .outsideWindow
        case .plateFree: .plateHasCard
        case .municipalCap: .municipalCapReached
        case .staff: .tooFewStaff
        case .quota, .anyOf: nil
        }
    }
}
