import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import RightsFakes
import Synchronization
import Testing

@Suite("The register of rights")
struct RightsRegisterTests {
    private let samples: RightsSamples
    private let bench: LogBench
    private let memory = InMemoryRightsStorage.Memory()
    private let clock = Clock()
    private let dpo: OfficialID
    private let commission: OfficialID

    /// A clock that stands until it is moved.
    private final class Clock: TimeSource {
        let day = Mutex<CalendarDate?>(nil)
        let up = Mutex(ContinuousClock.now)
        func now() -> Timestamp { Timestamp(milliseconds: 1_780_300_000_000) }
        func today() -> CalendarDate { day.withLock { $0 } ?? now().utcDate }
        func wait(_ duration: Duration) { up.withLock { $0 = $0.advanced(by: duration) } }
    }

    init() async throws {
        samples = try RightsSamples()
        bench = try await LogBench(InMemoryConsultLogStorage())
        dpo = try OfficialID(parsing: "application:dpo")
        commission = try OfficialID(parsing: "application:commission")
        clock.day.withLock { [day = samples.day] in $0 = day }
    }

    private func register(
        _ storage: (any RightsStorage)? = nil
    ) async throws -> RightsRegister {
        try await RightsRegister(
            storage: storage ?? InMemoryRightsStorage(memory), log: bench.log, time: clock,
            uptime: { [clock] in clock.up.withLock { $0 } })
    }

    private func entries() async throws -> [RightChanged] {
        try await bench.reader.entries().compactMap {
            if case .rightChanged(let changed) = $0.entry.body { changed } else { nil }
        }
    }

    private func isAllowed(_ register: RightsRegister) throws -> Bool {
        let request = AccessRequest(
            organisation: samples.organisation, application: samples.application,
            purpose: try PurposeID(parsing: "permits"), wish: .attributes([.personName]),
            namesDossier: false, identifiesOfficial: false)
        let day = clock.today()
        if case .permitted = register.live.rights(on: day).decide(request, on: day) { return true }
        return false
    }

    private func refusal(_ outcome: RightsOutcome) -> StepRefusal? {
        if case .refused(let refusal) = outcome { refusal } else { nil }
    }

    @Test("every step is in the log with its place, and takes effect at once")
    func steps() async throws {
        let register = try await register()
        let terms = try samples.authorisation()
        let steps: [(RightsOrder, OfficialID, Bool)] = [
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
        let own = try await register.carryOut(RightsOrder(.approve, of: terms.id), for: dpo)
        #expect(refusal(own) == .fourEyes)
        let stale = try await register.carryOut(
            RightsOrder(
                .approve, of: terms.id, version: samples.authorisation("beta").hash),
            for: commission)
        #expect(refusal(stale) == .otherVersion)
        let forged = try await register.carryOut(
            RightsOrder(drafting: samples.authorisation("gamma")),
            for: OfficialID(parsing: "configuration"))
        #expect(refusal(forged) == .notByConfiguration)
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
            try await register.carryOut(RightsOrder(.approve, of: second.id), for: commission)
        }
        #expect(try await register.storedRevision(memory) == 3)
        await #expect(throws: RightsFailure.takenUnlogged(.notWritten(.closed))) {
            try await register.carryOut(RightsOrder(.revoke, of: first.id), for: dpo)
        }
        #expect(try !isAllowed(register))
    }

    @Test("what took effect and was not logged is logged at the next start")
    func debts() async throws {
        let terms = try samples.authorisation()
        let storage = InMemoryRightsStorage(memory)
        _ = try await storage.append(
            [samples.change(.adopt, terms, by: "configuration")], on: .start, areLogged: true)
        _ = try await storage.append(
            [samples.change(.revoke, terms, by: "unix:1000")], on: RightsRevision(1),
            areLogged: false)
        let register = try await register()
        #expect(try await entries().map(\.step) == [.revoke])
        #expect(try await storage.unlogged().isEmpty)
        #expect(try !isAllowed(register))
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
            .revoke, terms, by: "unix:1", at: clock.now().milliseconds)
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
            RightsOrder(step, of: subject.id), for: commission)
        #expect(refusal(outcome) == nil)
        let stored = try await InMemoryRightsStorage(memory).changes(after: RightsRevision(3))
        #expect(stored.map(\.step) == [step])
        let logged = try await entries().filter { $0.step == step }
        // What was logged before it was certainly not stored is logged again, with its place.
        #expect(logged.count == (step == .approve && !isWritten ? 2 : 1))
        #expect(Set(logged.map(\.revision)) == [4])
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

    @Test("rights that cannot be compared with the storage hold for a while, then nothing does")
    func patience() async throws {
        let register = try await register()
        _ = try await register.adopt([samples.authorisation()])
        memory.fail(.unavailable)
        clock.wait(LiveRights.patience)
        await #expect(throws: RightsFailure.storage(.unavailable)) { try await register.refresh() }
        #expect(try isAllowed(register) && register.live.isTrusted)
        clock.wait(.milliseconds(1))
        #expect(try !isAllowed(register) && !register.live.isTrusted)
        memory.fail(nil)
        try await register.refresh()
        #expect(try isAllowed(register))
    }

    @Test("an end that was planned takes effect with its day, without a look at the storage")
    func plannedEnd() async throws {
        let register = try await register()
        let terms = try samples.authorisation()
        _ = try await register.adopt([terms])
        let tomorrow = samples.day.adding(days: 1)
        _ = try await register.carryOut(
            RightsOrder(.revoke, of: terms.id, validFrom: tomorrow), for: dpo)
        #expect(try isAllowed(register))
        clock.day.withLock { $0 = tomorrow }
        #expect(try !isAllowed(register))
    }
}

extension RightsRegister {
    fileprivate nonisolated func storedRevision(
        _ memory: InMemoryRightsStorage.Memory
    ) async throws -> Int64 {
        try await InMemoryRightsStorage(memory).revision().number
    }
}
