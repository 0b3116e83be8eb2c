import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import Crypto
import Facts
import Gateway
import RightsFakes
import Synchronization
import Testing

@Suite("The register of rights")
struct RightsRegisterTests {
    let samples: RightsSamples
    let bench: LogBench
    let memory = InMemoryRightsStorage.Memory()
    let clock = Clock()
    let dpo: RightsOrderer
    let commission: RightsOrderer
    let key = RightsKey(secret: SymmetricKey(data: [UInt8](repeating: 3, count: 32)))

    /// A clock that stands until it is moved.
    final class Clock: TimeSource {
        let day = Mutex<CalendarDate?>(nil)
        let up = Mutex(ContinuousClock.now)
        func now() -> Timestamp { Timestamp(milliseconds: 1_780_300_000_000) }
        func today() -> CalendarDate { day.withLock { $0 } ?? now().utcDate }
        func wait(_ duration: Duration) { up.withLock { $0 = $0.advanced(by: duration) } }
    }

    init() async throws {
        samples = try RightsSamples()
        bench = try await LogBench(InMemoryConsultLogStorage())
        dpo = .official(try OfficialID(parsing: "85.07.30-033.28"))
        commission = .official(try OfficialID(parsing: "bert"))
        clock.day.withLock { [day = samples.day] in $0 = day }
    }

    func register(
        _ storage: (any RightsStorage)? = nil, _ bench: LogBench? = nil, named log: String = ""
    ) async throws -> RightsRegister {
        try await RightsRegister(
            storage: storage ?? InMemoryRightsStorage(memory), log: (bench ?? self.bench).log,
            named: log, key: key, time: clock,
            uptime: { [clock] in clock.up.withLock { $0 } })
    }

    private func entries() async throws -> [RightChanged] {
        try await bench.reader.entries().compactMap {
            if case .rightChanged(let changed) = $0.entry.body { changed } else { nil }
        }
    }

    func isAllowed(_ register: RightsRegister) throws -> Bool {
        let request = AccessRequest(
            organisation: samples.organisation, application: samples.application,
            purpose: try PurposeID(parsing: "permits"), wish: .attributes([.personName]),
            namesDossier: false, identifiesOfficial: false)
        let day = clock.today()
        let decision = register.live.rights(on: day)?.decide(request, on: day)
        if case .permitted = decision { return true }
        return false
    }

    func refusal(_ outcome: RightsOutcome) -> StepRefusal? {
        if case .refused(let refusal) = outcome { refusal } else { nil }
    }

    @Test("every step is in the log with its place, and takes effect at once")
    func steps() async throws {
        let register = try await register()
        let terms = try samples.authorisation()
        let steps: [(RightsOrder, RightsOrderer, Bool)] = [
            (RightsOrder(drafting: terms), dpo, false),
            (RightsOrder(.submit, of: terms.id), dpo, false),
            (RightsOrder(.approve, of: terms.id, version: terms.hash), commission, true),
            (RightsOrder(.suspend, of: terms.id), dpo, false),
            (RightsOrder(.resume, of: terms.id), commission, true),
            (RightsOrder(.revoke, of: terms.id), dpo, false),
        ]
        for (order, actor, isGiven) in steps {
            let outcome = try await register.carryOut(order, for: actor)
            #expect(refusal(outcome) == nil)
            #expect(try isAllowed(register) == isGiven, "\(order.step)")
        }
        let logged = try await entries()
        #expect(logged.map(\.step) == steps.map(\.0.step))
        #expect(logged.map(\.revision) == Array(1...6))
        #expect(
            logged.map(\.state.rawValue) == [
                "draft", "submitted", "active", "suspended", "active", "revoked",
            ])
        #expect(logged.allSatisfy { $0.authorisation == terms.reference })
    }

    @Test("what is refused changes nothing and is not in the log")
    func refusals() async throws {
        let register = try await register()
        let terms = try samples.authorisation()
        _ = try await register.carryOut(RightsOrder(drafting: terms), for: dpo)
        _ = try await register.carryOut(RightsOrder(.submit, of: terms.id), for: dpo)
        let own = try await register.carryOut(
            RightsOrder(.approve, of: terms.id, version: terms.hash), for: dpo)
        #expect(refusal(own) == .fourEyes)
        let stale = try await register.carryOut(
            RightsOrder(
                .approve, of: terms.id, version: samples.authorisation("beta").hash),
            for: commission)
        #expect(refusal(stale) == .otherVersion)
        let unseen = try await register.carryOut(
            RightsOrder(.approve, of: terms.id), for: commission)
        #expect(refusal(unseen) == .termsNotNamed(terms.hash))
        #expect(try await entries().count == 2)
        #expect(try await register.history().revision == RightsRevision(2))
    }

    @Test("documents are adopted once, logged, and in force")
    func adoption() async throws {
        let register = try await register()
        #expect(try await register.adopt([samples.authorisation()]) == 1)
        #expect(try isAllowed(register))
        #expect(try await register.adopt([samples.authorisation("beta")]) == 0)
        #expect(try await entries().map(\.step) == [.adopt])
    }

    @Test("without a log nothing more is given, and what is to end ends all the same")
    func logDown() async throws {
        let register = try await register()
        let (first, second) = (
            try samples.authorisation(), try samples.authorisation("beta", [.personSex])
        )
        _ = try await register.adopt([first])
        _ = try await register.carryOut(RightsOrder(drafting: second), for: dpo)
        _ = try await register.carryOut(RightsOrder(.submit, of: second.id), for: dpo)
        await bench.log.close()
        await #expect(throws: RightsFailure.notLogged(.notWritten(.closed))) {
            try await register.carryOut(
                RightsOrder(.approve, of: second.id, version: second.hash), for: commission)
        }
        #expect(try await register.storedRevision(memory) == 3)
        await #expect(throws: RightsFailure.takenUnlogged(.unreachable)) {
            try await register.carryOut(RightsOrder(.revoke, of: first.id), for: dpo)
        }
        #expect(try !isAllowed(register))
    }

    @Test("what took effect and was not logged is logged at the next start")
    func debts() async throws {
        let terms = try samples.authorisation()
        let first = try await register()
        _ = try await first.adopt([terms])
        await bench.log.close()
        await #expect(throws: RightsFailure.takenUnlogged(.unreachable)) {
            try await first.carryOut(
                RightsOrder(
                    .revoke, of: terms.id, because: StatedReason(parsing: "complaint 12")),
                for: dpo)
        }
        let storage = InMemoryRightsStorage(memory)
        let owed = try await storage.unlogged(in: "")
        #expect(owed.map(\.change.step) == [.revoke])
        // Neither the name nor the reason can be read beside it.
        for text in ["85.07.30", "complaint"] {
            #expect(!owed.contains { $0.debt.box.contains(Array(text.utf8)) })
            #expect(!owed.contains { $0.change.actor.text.contains(text) })
        }
        let second = try await LogBench(InMemoryConsultLogStorage())
        let register = try await register(nil, second)
        let logged = try await second.reader.entries().map(\.entry)
        #expect(logged.map(\.kind) == [.rightChanged])
        #expect(logged.first?.consult.uuid.text == owed.first?.change.record?.text)
        #expect(try await storage.unlogged(in: "").isEmpty)
        #expect(try !isAllowed(register))
    }

    @Test("a step is logged once, whoever pays and however often it cannot be noted that it was")
    func once() async throws {
        let terms = try samples.authorisation()
        let register = try await register()
        _ = try await register.adopt([terms])
        memory.forgetMarks(true)
        await #expect(throws: RightsFailure.storage(.unavailable)) {
            try await register.carryOut(RightsOrder(.suspend, of: terms.id), for: dpo)
        }
        // Others pay too: within the process, and after a start of the next one.
        await withTaskGroup { tasks in
            for _ in 0..<8 { tasks.addTask { try? await register.settle() } }
        }
        await #expect(throws: RightsFailure.storage(.unavailable)) { try await self.register() }
        memory.forgetMarks(false)
        _ = try await self.register()
        #expect(try await entries().map(\.step) == [.adopt, .suspend])
        #expect(try await InMemoryRightsStorage(memory).unlogged(in: "").isEmpty)
    }

    @Test("what one gateway owes its log no other pays into its own")
    func debtsOfOthers() async throws {
        let terms = try samples.authorisation()
        let here = try await register(named: "here")
        _ = try await here.adopt([terms])
        await bench.log.close()
        await #expect(throws: RightsFailure.self) {
            try await here.carryOut(RightsOrder(.revoke, of: terms.id), for: dpo)
        }
        let other = try await LogBench(InMemoryConsultLogStorage())
        _ = try await register(nil, other, named: "there")
        #expect(try await other.reader.entries().isEmpty)
        #expect(try await InMemoryRightsStorage(memory).unlogged(in: "here").count == 1)
    }

    @Test("a gateway with another secret, which would not know who submitted, does not open")
    func otherSecret() async throws {
        let terms = try samples.authorisation()
        let here = try await register(named: "here")
        _ = try await here.carryOut(RightsOrder(drafting: terms), for: dpo)
        _ = try await here.carryOut(RightsOrder(.submit, of: terms.id), for: dpo)
        let other = try await LogBench(InMemoryConsultLogStorage())
        await #expect(throws: RightsFailure.otherSecret) {
            _ = try await RightsRegister(
                storage: InMemoryRightsStorage(memory), log: other.log, named: "there",
                key: RightsKey(secret: SymmetricKey(data: [UInt8](repeating: 4, count: 32))),
                time: clock)
        }
        // With the same one it is known that it is the same person.
        let there = try await register(nil, other, named: "there")
        let own = try await there.carryOut(
            RightsOrder(.approve, of: terms.id, version: terms.hash), for: dpo)
        #expect(refusal(own) == .fourEyes)
    }

    @Test("who took a step and why stands in the log, and nowhere else")
    func hidden() async throws {
        let terms = try samples.authorisation()
        let register = try await register()
        _ = try await register.carryOut(
            RightsOrder(drafting: terms, because: StatedReason(parsing: "complaint 12")), for: dpo)
        let change = try #require(try await register.history().changes.first)
        #expect(change.actor.kind == "official")
        let shown = String(
            decoding: try #require(try await register.history()[terms.id])
                .json(on: samples.day).canonicalBytes(), as: UTF8.self)
        for text in ["85.07.30", "complaint", change.actor.text] {
            #expect(!shown.contains(text))
        }
        let entry = try #require(try await bench.reader.entries().first?.entry)
        #expect(entry.consult.uuid.text == change.record?.text)
        #expect(shown.contains(entry.consult.uuid.text))
        let again = try await register.carryOut(RightsOrder(.submit, of: terms.id), for: dpo)
        if case .taken(let life) = again {
            #expect(life.changes.last?.actor == change.actor)
        } else {
            Issue.record("it was not submitted")
        }
    }

    @Test("a right that ends elsewhere ends here with the next look")
    func otherProcess() async throws {
        let (here, there) = (try await register(), try await register())
        let terms = try samples.authorisation()
        _ = try await there.adopt([terms])
        try await here.refresh()
        #expect(try isAllowed(here))
        _ = try await there.carryOut(RightsOrder(.suspend, of: terms.id), for: dpo)
        try await here.refresh()
        #expect(try !isAllowed(here))
    }

    @Test("an order upon what somebody else has changed meanwhile is judged anew")
    func race() async throws {
        let terms = try samples.authorisation()
        let revocation = try samples.change(
            .revoke, terms, by: "machine", at: clock.now().milliseconds)
        let memory = memory
        let isFirst = Mutex(true)
        let storage = InMemoryRightsStorage(memory) {
            // Between look and write somebody revokes.
            guard
                isFirst.withLock({ first in
                    defer { first = false }
                    return first
                })
            else {
                return
            }
            memory.appendDirectly(revocation)
        }
        _ = try await register().adopt([terms])
        let register = try await register(storage)
        let outcome = try await register.carryOut(
            RightsOrder(.suspend, of: terms.id), for: dpo)
        #expect(refusal(outcome) == .revoked)
    }

    @Test(
        "after a doubtful write the register looks, and every step is there once",
        arguments: [true, false], [RightsStep.revoke, .approve])
    func doubt(_ isWritten: Bool, _ step: RightsStep) async throws {
        let register = try await register()
        let (first, second) = (
            try samples.authorisation(), try samples.authorisation("beta", [.personSex])
        )
        _ = try await register.adopt([first])
        _ = try await register.carryOut(RightsOrder(drafting: second), for: dpo)
        _ = try await register.carryOut(RightsOrder(.submit, of: second.id), for: dpo)
        memory.doubtNext(writing: isWritten)
        let subject = step == .revoke ? first : second
        let outcome = try await register.carryOut(
            RightsOrder(step, of: subject.id, version: subject.hash), for: commission)
        #expect(refusal(outcome) == nil)
        let stored = try await InMemoryRightsStorage(memory).changes(after: RightsRevision(3))
        #expect(stored.map(\.step) == [step])
        let logged = try await entries().filter { $0.step == step }
        #expect(logged.map(\.revision) == [4])
    }

    @Test("a storage that loses every write ends an order, and stands in the way of no later one")
    func lostWrites() async throws {
        let register = try await register()
        let terms = try samples.authorisation()
        _ = try await register.adopt([terms])
        memory.losesEveryAppending()
        for _ in 0..<2 {
            await #expect(throws: RightsFailure.storage(.unavailable)) {
                try await register.carryOut(RightsOrder(.revoke, of: terms.id), for: dpo)
            }
        }
        #expect(try isAllowed(register))
    }

    @Test("rights that cannot be compared with the storage are not known after a second")
    func patience() async throws {
        let register = try await register()
        _ = try await register.adopt([samples.authorisation()])
        memory.fail(.unavailable)
        clock.wait(.seconds(1))
        await #expect(throws: RightsFailure.storage(.unavailable)) { try await register.refresh() }
        #expect(try isAllowed(register) && register.live.areKnown)
        clock.wait(.milliseconds(1))
        #expect(await register.rights(on: samples.day) == nil)
        #expect(try !isAllowed(register) && !register.live.areKnown)
        memory.fail(nil)
        // Whoever asks looks.
        #expect(await register.rights(on: samples.day) != nil)
        #expect(try isAllowed(register))
    }

    @Test("how fresh the rights are counts from the beginning of a look")
    func slowLook() async throws {
        let clock = clock
        let isSlow = Mutex(false)
        let storage = InMemoryRightsStorage(memory) {}
        let slow = SlowStorage(storage) {
            if isSlow.withLock({ $0 }) { clock.wait(.milliseconds(1001)) }
        }
        let register = try await register(slow)
        _ = try await register.adopt([samples.authorisation()])
        isSlow.withLock { $0 = true }
        try await register.refresh()
        #expect(!register.live.areKnown)
    }
}

extension RightsRegister {
    fileprivate nonisolated func storedRevision(
        _ memory: InMemoryRightsStorage.Memory
    ) async throws -> Int64 {
        try await InMemoryRightsStorage(memory).revision().number
    }
}
