import AccessRights
import ConsultLog
import Facts

/// The questions that are answered with yes, no or unknown, so that the fact never leaves.
extension Gateway {
    /// Answers a verification. A source that is silent, or has nothing to say, makes the answer
    /// unknown with its reason; it never makes it a no.
    public func verify(
        _ verification: Verification, in context: ConsultContext
    ) async -> ConsultResult<Verdict> {
        let today = time.today()
        let result = await consult(
            .verification(verification.id), about: verification.subjects, in: context
        ) { consult throws(NoAnswer) in
            try await consult.verdict(on: verification, today)
        }
        return result.settled(verification, at: time.now())
    }
}

extension ConsultResult<Verdict> {
    /// Turns a consult without a fact into an answer that is unknown, or into a no where the
    /// register is complete: a plate that the DIV does not know is not registered.
    fileprivate func settled(
        _ verification: Verification, at time: Timestamp
    ) -> ConsultResult<Verdict> {
        switch self {
        case .answered, .refused, .notRecorded, .undecided: return self
        case .notFound(let id):
            return .answered(
                Answer(consult: id, fact: verification.verdictOnUnknownSubject, asOf: time))
        case .failed: return settled(at: time) { .unknown($0) }
        }
    }
}

extension Verification {
    /// What follows when the source does not know the subject.
    fileprivate var verdictOnUnknownSubject: Verdict {
        switch self {
        case .vehicleIsRegistered, .vehicleIsSuspended, .vehicleIsHeldBy: .no
        case .isAlive, .isAdult, .isResidentOf, .isInscribedIn, .livesAt, .livesIn,
            .hasPendingMove, .addressMayBeShown, .hasSharedCustody, .sharesHouseholdWith,
            .vehicleIsWithin, .vehicleIsOfCategory, .vehicleIsNoHeavier, .vehicleIsNoLonger,
            .vehicleIsNoHigher, .plateIsOfKind, .vehicleMeetsLowEmission, .holdsDrivingLicence,
            .mayDrive, .enterpriseIsActive, .establishmentIsAt, .establishmentIsIn,
            .performsActivity, .holdsFunctionIn:
            .unknown(.subjectUnknown)
        }
    }
}
