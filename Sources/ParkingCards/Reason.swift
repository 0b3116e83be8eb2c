public import Facts

/// Why a condition is not met or not known. It holds nothing about other people.
public indirect enum Reason: Hashable, Sendable {
    // What is not met
    case outsideWindow
    case quotaExceeded(live: Int, maximum: Int, key: QuotaKey)
    case municipalCapReached
    case notResident(municipality: LocalizedText, on: CalendarDate)
    case notInHousehold
    case underAge
    case noSharedCustody
    case applicantDeceased
    case addressProtected
    case vehicleNotRegistered
    case vehicleSuspended
    case vehicleCategory
    case vehicleMass
    case vehicleLength
    case vehicleHeight
    case plateKind
    case plateHasCard
    case tooManyPlates(maximum: Int)
    case vehicleNotAtDisposal
    case lowEmissionZone
    /// Withdrawn or of another category: to tell them apart would disclose a withdrawal.
    case mayNotDrive(on: CalendarDate)
    /// Not met where the regulation says so, otherwise not known.
    case licenceNotFound
    case enterpriseNotActive
    case establishmentNotInSector
    case activityNotListed
    case functionNotHeld
    case tooFewStaff
    case careNotRecognised
    case noDisabilityCard
    case carNotShared
    case noSecondHomeTax
    case noMandate
    // What is not known
    /// The document has expired, not the right to drive. Not met once the time to repair is over.
    case licenceExpired(due: CalendarDate?)
    /// Not met, and the applicant can repair it until that day.
    case curable(Reason, due: CalendarDate)
    case addressChangePending
    case proofRequired
    case staffUnknown
    case sourceUnavailable
    case sourceNotAuthorised
    case sourceStale
    case factNotEstablished

    /// The day before which the applicant can repair it.
    public var due: CalendarDate? {
        if case .licenceExpired(let due) = self { return due }
        if case .curable(_, let due) = self { return due }
        return nil
    }
}
