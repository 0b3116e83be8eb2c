public import Facts

/// Why a condition is not met or not known. It holds nothing about other people.
public enum Reason: Hashable, Sendable {
    // What is not met
    case quotaExceeded(live: Int, maximum: Int)
    case notResident(municipality: LocalizedText, on: CalendarDate)
    case applicantDeceased
    case vehicleNotRegistered
    /// Category or mass; the vehicle register is asked about both at once.
    case vehicleOutsideLimits
    case plateHasCard
    case vehicleNotAtDisposal
    /// Withdrawn or of another category: to tell them apart would disclose a withdrawal.
    case mayNotDrive(on: CalendarDate)
    /// Not met where the regulation says so, otherwise not known.
    case licenceNotFound
    // What is not known
    /// The document has expired, not the right to drive.
    case licenceExpired
    case addressChangePending
    case proofRequired
    case sourceUnavailable
    case sourceNotAuthorised
    case factNotEstablished

    /// The code by which other systems know the reason; the same in every language.
    public var code: String {
        switch self {
        case .quotaExceeded: "QUOTA_EXCEEDED"
        case .notResident: "NOT_RESIDENT"
        case .applicantDeceased: "APPLICANT_DECEASED"
        case .vehicleNotRegistered: "VEHICLE_NOT_REGISTERED"
        case .vehicleOutsideLimits: "VEHICLE_CATEGORY"
        case .plateHasCard: "PLATE_HAS_CARD"
        case .vehicleNotAtDisposal: "VEHICLE_NOT_AT_DISPOSAL"
        case .mayNotDrive: "MAY_NOT_DRIVE"
        case .licenceNotFound: "LICENCE_NOT_FOUND"
        case .licenceExpired: "LICENCE_EXPIRED_CURE"
        case .addressChangePending: "ADDRESS_CHANGE_PENDING"
        case .proofRequired: "PROOF_REQUIRED"
        case .sourceUnavailable: "SOURCE_UNAVAILABLE"
        case .sourceNotAuthorised: "SOURCE_NOT_AUTHORISED"
        case .factNotEstablished: "FACT_NOT_ESTABLISHED"
        }
    }

    /// The reason that a gap in the evidence gives when the condition knows no better one.
    init(_ gap: EvidenceGap) {
        switch gap {
        case .sourceUnavailable: self = .sourceUnavailable
        case .sourceNotAuthorised: self = .sourceNotAuthorised
        case .addressChangePending: self = .addressChangePending
        case .documentExpired: self = .licenceExpired
        case .subjectUnknown, .notPublished, .inconclusive: self = .factNotEstablished
        }
    }
}
