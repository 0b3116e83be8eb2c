import ConsultLog
import Facts
import Gateway
import ParkingCards

/// Answers yes to everything but what the script says, and remembers what was asked.
actor ScriptedFacts: FactChecker {
    enum Question: String, CaseIterable {
        case alive, resident, household, registered, heldByApplicant, heldByEnterprise, within
        case mayDrive
    }

    private let answers: [Question: Evidence<Bool>.Finding]
    private let isCollective: Bool?
    private(set) var asked: [Question] = []

    init(_ answers: [Question: Evidence<Bool>.Finding] = [:], isCollective: Bool? = false) {
        self.answers = answers
        self.isCollective = isCollective
    }

    func isAlive(_ person: SSIN) -> Evidence<Bool> { answer(.alive) }

    func isResident(_ person: SSIN, of municipality: NISCode) -> Evidence<Bool> {
        answer(.resident)
    }

    func household(
        of person: SSIN, for municipality: NISCode
    ) -> Evidence<HouseholdPseudonyms> {
        let evidence = answer(.household)
        if case .unknown(let gap) = evidence.finding {
            return Evidence(.unknown(gap), consult: evidence.consult, asOf: evidence.asOf)
        }
        let household = HouseholdPseudonyms(
            holder: World.holder, earlier: [World.formerly], others: [World.spouse],
            isCollective: isCollective)
        return Evidence(.known(household), consult: evidence.consult, asOf: evidence.asOf)
    }

    func isRegistered(_ plate: Plate) -> Evidence<Bool> { answer(.registered) }

    func isRegistered(_ plate: Plate, inNameOf holder: VehicleHolder) -> Evidence<Bool> {
        switch holder {
        case .person: answer(.heldByApplicant)
        case .enterprise, .other, .unnamed: answer(.heldByEnterprise)
        }
    }

    func isWithin(
        _ plate: Plate, categories: Set<VehicleCategory>, maximumMass: Int
    ) -> Evidence<Bool> { answer(.within) }

    func mayDrive(_ person: SSIN, _ category: LicenceCategory) -> Evidence<Bool> {
        answer(.mayDrive)
    }

    private func answer(_ question: Question) -> Evidence<Bool> {
        asked.append(question)
        let number = UInt64(asked.count)
        return Evidence(
            answers[question] ?? .known(true),
            consult: ConsultID(UUIDv7(at: World.time, random: (number, number))),
            asOf: World.time)
    }
}
