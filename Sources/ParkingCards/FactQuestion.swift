/// The yes-or-no questions on whose answers a decision can rest. The raw value is the word in the
/// stored inputs of a decision.
public enum FactQuestion: String, Hashable, Sendable, CaseIterable, Comparable {
    case plateIsFree
    case isAlive
    case isOldEnough
    /// Of the age from which more visits are allowed.
    case isOfScaleAge
    case isResident
    case isHouseholdMember
    case hasSharedCustodyChild
    case mayShowAddress
    case paysSecondHomeTax
    case hasMandate
    case enterpriseIsActive
    case establishmentIsInSector
    case activityIsListed
    /// In the enterprise that applies.
    case holdsFunction
    /// In the enterprise that holds the vehicle.
    case holdsFunctionAtHolder
    case isRecognisedCarer
    case hasDisabilityCard
    case isRegistered
    case isSuspended
    case isHeldByApplicant
    /// By the enterprise that the application names.
    case isHeldByEnterprise
    /// By the enterprise that signed the supporting document.
    case isHeldBySigner
    case isOfCategory
    case isWithinMass
    case isWithinLength
    case isWithinHeight
    case isOfPlateKind
    case meetsLowEmission
    case isSharedCar
    case mayDrive

    /// Where the answer comes from when a source gives it.
    public var source: EvidenceSource {
        switch self {
        case .plateIsFree: .cardRegister
        case .isAlive, .isOldEnough, .isOfScaleAge, .isResident, .isHouseholdMember,
            .hasSharedCustodyChild, .mayShowAddress:
            .nationalRegister
        case .enterpriseIsActive, .establishmentIsInSector, .activityIsListed, .holdsFunction,
            .holdsFunctionAtHolder:
            .enterpriseRegister
        case .isRegistered, .isSuspended, .isHeldByApplicant, .isHeldByEnterprise, .isHeldBySigner,
            .isOfCategory, .isWithinMass, .isWithinLength, .isWithinHeight, .isOfPlateKind,
            .meetsLowEmission:
            .vehicleRegister
        case .mayDrive: .drivingLicences
        case .paysSecondHomeTax, .hasMandate, .isRecognisedCarer, .hasDisabilityCard, .isSharedCar:
            .otherRegister
        }
    }

    /// The supporting document that answers yes where no source does.
    var document: SupportingDocument.Kind? {
        switch self {
        case .paysSecondHomeTax: .secondHomeTax
        case .hasMandate: .mandate
        case .holdsFunction, .holdsFunctionAtHolder: .statutes
        case .isRecognisedCarer: .careRecognition
        case .hasDisabilityCard: .disabilityCard
        case .isSharedCar: .carShareGroup
        case .plateIsFree, .isAlive, .isOldEnough, .isOfScaleAge, .isResident, .isHouseholdMember,
            .hasSharedCustodyChild, .mayShowAddress, .enterpriseIsActive, .establishmentIsInSector,
            .activityIsListed, .isRegistered, .isSuspended, .isHeldByApplicant,
            .isHeldByEnterprise, .isHeldBySigner, .isOfCategory, .isWithinMass, .isWithinLength,
            .isWithinHeight, .isOfPlateKind, .meetsLowEmission, .mayDrive:
            nil
        }
    }

    public static func < (left: FactQuestion, right: FactQuestion) -> Bool {
        left.rawValue < right.rawValue
    }
}
