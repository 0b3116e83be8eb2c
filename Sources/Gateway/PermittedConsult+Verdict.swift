import AccessRights
import ConsultLog
import Facts

extension PermittedConsult {
    /// Looks up what the verification needs and keeps the verdict alone.
    func verdict(
        on verification: Verification, _ today: CalendarDate
    ) async throws(NoAnswer) -> Verdict {
        let wanted = verification.id.attributes
        switch verification {
        case .isAlive(let ssin):
            return try await person(ssin, wanted) { Kept(verdict: .isAlive($0)) }
        case .isAdult(let ssin, let age):
            return try await person(ssin, wanted) {
                Kept(verdict: .isAdult($0, age: age, on: today))
            }
        case .isResidentOf(let ssin, let municipality):
            return try await person(ssin, wanted) {
                Kept(verdict: .isResident($0, of: municipality))
            }
        case .livesAt(let ssin, let address):
            return try await person(ssin, wanted) { Kept(verdict: .livesAt(address, $0)) }
        case .sharesHouseholdWith(let ssin, let other):
            return try await sharesHousehold(ssin, with: other, wanted)
        case .vehicleIsRegistered(let plate):
            return try await vehicle(plate, wanted) { Kept(verdict: .isRegistered($0)) }
        case .vehicleIsHeldBy(let plate, let party):
            return try await isHeld(plate, by: party, wanted)
        case .vehicleIsWithin(let plate, let categories, let maximumMass):
            return try await vehicle(plate, wanted) {
                Kept(verdict: .isWithin($0, categories: categories, maximumMass: maximumMass))
            }
        case .holdsDrivingLicence(let ssin):
            return try await licences(of: ssin, wanted) {
                Kept(verdict: .holdsLicence($0, on: today))
            }
        case .mayDrive(let ssin, let category):
            return try await licences(of: ssin, wanted) {
                Kept(verdict: .mayDrive(category, with: $0, on: today))
            }
        case .enterpriseIsActive(let number):
            return try await enterprise(number, wanted) { Kept(verdict: .isActive($0)) }
        case .establishmentIsAt(let number, let place):
            return try await enterprise(number, wanted) {
                Kept(verdict: .isEstablished($0, at: place))
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
