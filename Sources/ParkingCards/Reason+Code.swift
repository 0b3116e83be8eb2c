extension Reason {
    /// The code by which other systems know the reason; the same in every language.
    public var code: String {
        switch self {
        case .outsideWindow: "APPLICATION_WINDOW"
        case .quotaExceeded: "QUOTA_EXCEEDED"
        case .municipalCapReached: "MUNICIPAL_CAP_REACHED"
        case .notResident: "NOT_RESIDENT"
        case .notInHousehold: "NOT_IN_HOUSEHOLD"
        case .underAge: "UNDER_AGE"
        case .noSharedCustody: "NO_SHARED_CUSTODY"
        case .applicantDeceased: "APPLICANT_DECEASED"
        case .addressProtected: "ADDRESS_PROTECTED"
        case .vehicleNotRegistered: "VEHICLE_NOT_REGISTERED"
        case .vehicleSuspended: "VEHICLE_SUSPENDED"
        case .vehicleCategory: "VEHICLE_CATEGORY"
        case .vehicleMass: "VEHICLE_MASS"
        case .vehicleLength: "VEHICLE_LENGTH"
        case .vehicleHeight: "VEHICLE_HEIGHT"
        case .plateKind: "PLATE_KIND"
        case .plateHasCard: "PLATE_HAS_CARD"
        case .tooManyPlates: "TOO_MANY_PLATES"
        case .vehicleNotAtDisposal: "VEHICLE_NOT_AT_DISPOSAL"
        case .lowEmissionZone: "LEZ_NOT_COMPLIANT"
        case .mayNotDrive: "MAY_NOT_DRIVE"
        case .licenceNotFound: "LICENCE_NOT_FOUND"
        case .enterpriseNotActive: "ENTERPRISE_NOT_ACTIVE"
        case .establishmentNotInSector: "ESTABLISHMENT_NOT_IN_SECTOR"
        case .activityNotListed: "ACTIVITY_NOT_LISTED"
        case .functionNotHeld: "FUNCTION_NOT_HELD"
        case .tooFewStaff: "STAFF_COUNT"
        case .careNotRecognised: "CARE_NOT_RECOGNISED"
        case .noDisabilityCard: "NO_DISABILITY_CARD"
        case .carNotShared: "CAR_NOT_SHARED"
        case .noSecondHomeTax: "NO_SECOND_HOME_TAX"
        case .noMandate: "MANDATE_NOT_VALID"
        case .licenceExpired: "LICENCE_EXPIRED_CURE"
        case .curable(let reason, _): reason.code
        case .addressChangePending: "ADDRESS_CHANGE_PENDING"
        case .proofRequired: "PROOF_REQUIRED"
        case .staffUnknown: "STAFF_UNKNOWN"
        case .sourceUnavailable: "SOURCE_UNAVAILABLE"
        case .sourceNotAuthorised: "SOURCE_NOT_AUTHORISED"
        case .sourceStale: "SOURCE_STALE"
        case .factNotEstablished: "FACT_NOT_ESTABLISHED"
        }
    }

    /// The reason that a gap in the evidence gives when the condition knows no better one.
    init(_ gap: EvidenceGap) {
        switch gap {
        case .sourceUnavailable: self = .sourceUnavailable
        case .sourceNotAuthorised: self = .sourceNotAuthorised
        case .sourceStale: self = .sourceStale
        case .addressChangePending: self = .addressChangePending
        case .documentExpired: self = .licenceExpired(due: nil)
        case .subjectUnknown, .notPublished, .inconclusive: self = .factNotEstablished
        }
    }
}
