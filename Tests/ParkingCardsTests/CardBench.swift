import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Foundation
import Gateway
import SQLiteStorage
import Synchronization

@testable import ParkingCards

/// An office over a real register on disk, whose sources answer by a script.
struct CardBench: Sendable {
    let path: String
    let storage: SQLiteCardStorage
    let office: CardOffice
    let clock: BenchClock
    let examiner: ScriptedExaminer

    static func with(
        regulation name: String = "sample-schaerbeek",
        changing change: (String) -> String = { $0 },
        _ body: (CardBench) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "lives-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = String(decoding: try World.bytes(name), as: UTF8.self)
        let bench = try await CardBench(
            at: folder.appending(path: "cards.sqlite").path(),
            Regulation(parsing: Array(change(text).utf8)))
        try await body(bench)
        await bench.storage.close()
    }

    init(at path: String, _ regulation: Regulation, clock: BenchClock = BenchClock()) async throws {
        self.path = path
        storage = try await SQLiteCardStorage.open(at: path, key: World.cardKey)
        self.clock = clock
        examiner = ScriptedExaminer(regulation, clock)
        office = CardOffice(
            storage: storage, examiner: examiner,
            regulations: [regulation.municipality: regulation], key: World.cardKey,
            holder: { ssin, _ in CardBench.pseudonym(of: ssin) }, time: clock)
    }

    /// A pseudonym that the number gives away: this is a test.
    static func pseudonym(of ssin: SSIN) -> Pseudonym { World.slot("person \(ssin.digits)") }

    static func person(_ number: Int) throws -> SSIN {
        try SSIN(
            birth: .full(World.day("1980-03-14").adding(days: number)), sequence: 901)
    }

    func order(_ key: String? = nil, for body: String = "") throws -> CardOrder {
        let application = try ApplicationID(parsing: "parking-schaerbeek")
        return CardOrder(
            for: try organisation(), by: .application(application),
            key: key.flatMap {
                IdempotencyKey($0, of: application, for: Array(body.utf8))
            })
    }

    func organisation() throws -> EnterpriseNumber {
        guard let decider = examiner.regulation.deciders.first else {
            throw CocoaError(.featureUnsupported)
        }
        return decider
    }

    func context() throws -> ConsultContext {
        ConsultContext(
            caller: Caller(
                organisation: try organisation(),
                application: try ApplicationID(parsing: "parking-schaerbeek")),
            purpose: try PurposeID(parsing: "parking-cards"))
    }

    func application(
        by person: Int, plate: String, documents: [SupportingDocument] = []
    ) throws -> CardApplication {
        CardApplication(
            municipality: examiner.regulation.municipality, cardType: .resident,
            applicant: try Self.person(person), plate: World.plate(plate), documents: documents,
            language: .nl)
    }

    /// Applies, and gives the life as it stands then.
    func apply(
        by person: Int, plate: String, key: String? = nil
    ) async throws -> CardLife {
        try await life(
            office.apply(
                application(by: person, plate: plate), in: context(),
                by: order(key, for: "\(person) \(plate)")))
    }

    /// A card that is active.
    func activeCard(of person: Int, plate: String) async throws -> CardLife {
        let granted = try await apply(by: person, plate: plate)
        let due = try requireValue(granted.due)
        let payment = try requireValue(Payment(of: due, reference: "P-1"))
        _ = try await office.pay(payment, for: granted.id, by: order())
        return try await life(office.activate(granted.id, by: order()))
    }

    /// The life that an answer is about, as it is kept.
    func life(_ answer: [UInt8]) async throws -> CardLife {
        let value = try JSONValue(parsing: answer)
        let id = try requireValue(value["cardId"]?.string.flatMap { CardID(parsing: $0) })
        return try requireValue(try await storage.life(id))
    }

    func official(_ name: String) throws -> OfficialCode {
        office.code(of: try OfficialID(parsing: name))
    }

    func reason(_ text: String) throws -> CardReason { try requireValue(CardReason(parsing: text)) }
}

/// Fails the test when there is no value.
func requireValue<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.coderValueNotFound) }
    return value
}

/// A clock that stands until it is moved.
final class BenchClock: TimeSource {
    private let day = Mutex(World.decisionDay)

    func today() -> CalendarDate { day.withLock { $0 } }

    func now() -> Timestamp {
        Timestamp(milliseconds: Int64(today().daysSinceEpoch) * 86_400_000 + 36_000_000)
    }

    func move(to day: CalendarDate) { self.day.withLock { $0 = day } }
    func move(days: Int) { self.day.withLock { $0 = $0.adding(days: days) } }
}

/// Decides by the real engine on scripted answers.
final class ScriptedExaminer: ApplicationExaminer {
    let regulation: Regulation
    private let clock: BenchClock
    private let script = Mutex(Script())

    private struct Script {
        var answers: [FactQuestion: Evidence<Bool>.Finding] = [:]
        var perPerson: [SSIN: [FactQuestion: Evidence<Bool>.Finding]] = [:]
        var household: Set<Pseudonym> = []
        var slot: Pseudonym?
        var present: [SSIN: SSIN] = [:]
        var interrupted: Set<SSIN> = []
    }

    init(_ regulation: Regulation, _ clock: BenchClock) {
        self.regulation = regulation
        self.clock = clock
    }

    /// What the sources say of everybody, or of one person.
    func answer(
        _ question: FactQuestion, _ finding: Evidence<Bool>.Finding?, about person: SSIN? = nil
    ) {
        script.withLock { script in
            if let person {
                script.perPerson[person, default: [:]][question] = finding
            } else {
                script.answers[question] = finding
            }
        }
    }

    /// Everybody lives in one household, or at one address.
    func joinHousehold(_ people: [SSIN]) {
        script.withLock { $0.household = Set(people.map { CardBench.pseudonym(of: $0) }) }
    }

    /// A number was replaced by another one of the same person.
    func replace(_ earlier: SSIN, by present: SSIN) {
        script.withLock { $0.present[earlier] = present }
    }

    func setSlot(_ slot: Pseudonym) { script.withLock { $0.slot = slot } }

    /// The gateway ends while it consults about this person.
    func interrupt(_ person: SSIN?) {
        script.withLock { $0.interrupted = person.map { [$0] } ?? [] }
    }

    func admit(
        _ application: CardApplication, in context: ConsultContext
    ) async throws(AssessmentFailure) {
        guard application.municipality == regulation.municipality else {
            throw .unknownMunicipality
        }
    }

    func isAlive(_ person: SSIN, in context: ConsultContext) async -> Bool? {
        let script = script.withLock { $0 }
        return switch script.perPerson[person]?[.isAlive] ?? script.answers[.isAlive] {
        case .known(let answer)?: answer
        case .unknown?: nil
        case nil: true
        }
    }

    func examine(
        _ application: CardApplication, counting register: CountedRegister,
        in context: ConsultContext
    ) async throws(AssessmentFailure) -> (decision: Decision, inputs: DecisionInputs) {
        let script = script.withLock { $0 }
        guard !script.interrupted.contains(application.applicant) else {
            throw .cardRegisterUnavailable
        }
        var answers = script.answers
        answers.merge(script.perPerson[application.applicant] ?? [:]) { $1 }
        let facts = BenchFacts(
            answers: answers, household: script.household,
            own: CardBench.pseudonym(
                of: script.present[application.applicant] ?? application.applicant),
            earlier: CardBench.pseudonym(of: application.applicant), slot: script.slot,
            time: clock.now())
        return try await Assessor(
            regulations: [regulation.municipality: regulation], facts: facts, cards: register,
            census: register
        ).explore(application, on: clock.today(), at: clock.now())
    }
}

/// Answers yes to everything but what it is told.
struct BenchFacts: FactChecker {
    let answers: [FactQuestion: Evidence<Bool>.Finding]
    let household: Set<Pseudonym>
    let own: Pseudonym
    let earlier: Pseudonym
    let slot: Pseudonym?
    let time: Timestamp

    func answer(_ question: FactQuestion, _ query: FactQuery) -> Evidence<Bool> {
        Evidence(
            answers[question] ?? .known(question != .isSuspended), consult: nil, asOf: time)
    }

    func household(
        of person: SSIN, for municipality: NISCode
    ) -> Evidence<HouseholdPseudonyms> {
        Evidence(
            .known(
                HouseholdPseudonyms(
                    holder: own, earlier: [earlier], others: household, isCollective: false)),
            consult: nil, asOf: time)
    }

    func slot(_ key: QuotaKey, of application: CardApplication) -> Evidence<Pseudonym> {
        Evidence(slot.map { .known($0) } ?? .unknown(.notPublished), consult: nil, asOf: time)
    }

    func sector(
        of application: CardApplication, among sectors: [Sector]
    ) -> Evidence<SectorID> { Evidence(.unknown(.notPublished), consult: nil, asOf: time) }

    func registeredSince(_ person: SSIN) -> Evidence<CalendarDate> {
        Evidence(.unknown(.notPublished), consult: nil, asOf: time)
    }
}
