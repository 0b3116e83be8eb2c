import ConsultLog
import Facts
import Gateway
import ParkingCards

/// Answers yes to everything but what the script says, and remembers what was asked.
actor ScriptedFacts: FactChecker {
    enum Question: Hashable {
        case fact(FactQuestion)
        case household
    }

    private let answers: [FactQuestion: Evidence<Bool>.Finding]
    private let household: Evidence<Bool>.Finding
    private let isCollective: Bool?
    private(set) var asked: [Question] = []

    init(
        _ answers: [FactQuestion: Evidence<Bool>.Finding] = [:],
        household: Evidence<Bool>.Finding = .known(true), isCollective: Bool? = false
    ) {
        self.answers = answers
        self.household = household
        self.isCollective = isCollective
    }

    func answer(_ question: FactQuestion, _ query: FactQuery) -> Evidence<Bool> {
        note(.fact(question), answers[question] ?? .known(true))
    }

    func household(
        of person: SSIN, for municipality: NISCode
    ) -> Evidence<HouseholdPseudonyms> {
        let evidence = note(.household, household)
        if case .unknown(let gap) = evidence.finding {
            return Evidence(.unknown(gap), consult: evidence.consult, asOf: evidence.asOf)
        }
        let household = HouseholdPseudonyms(
            holder: World.holder, earlier: [World.formerly], others: [World.spouse],
            isCollective: isCollective)
        return Evidence(.known(household), consult: evidence.consult, asOf: evidence.asOf)
    }

    func slot(_ key: QuotaKey, of application: CardApplication) -> Evidence<Pseudonym> {
        Evidence(.unknown(.notPublished), consult: nil, asOf: World.time)
    }

    func sector(
        of application: CardApplication, among sectors: [Sector]
    ) -> Evidence<SectorID> {
        Evidence(.unknown(.notPublished), consult: nil, asOf: World.time)
    }

    func registeredSince(_ person: SSIN) -> Evidence<CalendarDate> {
        Evidence(.unknown(.notPublished), consult: nil, asOf: World.time)
    }

    private func note(
        _ question: Question, _ finding: Evidence<Bool>.Finding
    ) -> Evidence<Bool> {
        asked.append(question)
        let number = UInt64(asked.count)
        return Evidence(
            finding, consult: ConsultID(UUIDv7(at: World.time, random: (number, number))),
            asOf: World.time)
    }
}
