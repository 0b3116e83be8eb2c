import AccessRights
import ConsultLog
import Facts

extension PermittedConsult {
    /// Looks up what the verification needs and keeps the verdict alone.
    func verdict(
        on verification: Verification, _ today: CalendarDate
    ) async throws(NoAnswer) -> Verdict {
        switch verification {
        case .isAlive(let ssin), .isAdult(let ssin, _), .isResidentOf(let ssin, _),
            .isInscribedIn(let ssin, _, _), .livesAt(let ssin, _), .livesIn(let ssin, _, _, _),
            .hasPendingMove(let ssin), .addressMayBeShown(let ssin), .hasSharedCustody(let ssin):
            return try await person(ssin, verification.id.attributes) {
                Kept(verdict: .on(verification, about: $0, on: today))
            }
        case .sharesHouseholdWith(let ssin, let other):
            return try await sharesHousehold(ssin, with: other, verification.id.attributes)
        case .vehicleIsHeldBy(let plate, let party):
            return try await isHeld(plate, by: party, verification.id.attributes)
        case .vehicleIsRegistered(let plate), .vehicleIsSuspended(let plate),
            .vehicleIsWithin(let plate, _, _), .vehicleIsOfCategory(let plate, _),
            .vehicleIsNoHeavier(let plate, _), .vehicleIsNoLonger(let plate, _),
            .vehicleIsNoHigher(let plate, _), .plateIsOfKind(let plate, _),
            .vehicleMeetsLowEmission(let plate, _):
            return try await vehicle(plate, verification.id.attributes) {
                Kept(verdict: .on(verification, about: $0))
            }
        case .holdsDrivingLicence(let ssin):
            return try await licences(of: ssin, verification.id.attributes) {
                Kept(verdict: .holdsLicence($0, on: today))
            }
        case .mayDrive(let ssin, let category):
            return try await licences(of: ssin, verification.id.attributes) {
                Kept(verdict: .mayDrive(category, with: $0, on: today))
            }
        case .enterpriseIsActive(let number), .establishmentIsAt(let number, _),
            .establishmentIsIn(let number, _, _), .performsActivity(let number, _, _):
            return try await enterprise(number, verification.id.attributes) {
                Kept(verdict: .on(verification, about: $0))
            }
        case .holdsFunctionIn(let ssin, let number):
            return try await unpublished(.enterpriseFunctions, about: .person(ssin)) {
                Kept(verdict: .unknown(.notPublished), listed: [.enterprise(number)])
            }
        }
    }
}

extension Kept<Verdict> {
    /// A verdict states a fact about its subject, so the log keeps it boxed.
    init(verdict: Verdict, listed: [Subject] = []) {
        self.init(verdict, stated: .answer(verdict.answer), listed: listed)
    }
}
