import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import RightsFakes
import Synchronization
import Testing

// Rights beside a log that is slow or comes late, and a storage that is an older one.
extension RightsRegisterTests {
    @Test("nobody who reads the rights waits for the log")
    func hangingLog() async throws {
        let storage = HangingLogStorage(InMemoryConsultLogStorage())
        let bench = try await LogBench(storage)
        let register = try await register(nil, bench)
        let (first, second) = (
            try samples.authorisation(), try samples.authorisation("beta", [.personSex])
        )
        _ = try await register.adopt([first, second])
        storage.hang(true)
        let waiting = Task { [dpo] in
            try await register.carryOut(RightsOrder(.suspend, of: second.id), for: dpo)
        }
        await storage.isReached()
        // The log hangs: the rights are read, and the next one ends.
        try await register.refresh()
        let ending = Task { [dpo] in
            try await register.carryOut(RightsOrder(.revoke, of: first.id), for: dpo)
        }
        while try isAllowed(register) { await Task.yield() }
        storage.hang(false)
        _ = try await waiting.value
        _ = try await ending.value
        #expect(try await InMemoryRightsStorage(memory).unlogged(in: "").isEmpty)
    }

    @Test(
        "a right ends while the log takes nothing of what somebody else is being given",
        .timeLimit(.minutes(1)))
    func endsBesideGiving() async throws {
        let storage = HangingLogStorage(InMemoryConsultLogStorage())
        let bench = try await LogBench(storage)
        let register = try await register(nil, bench)
        let (first, second) = (
            try samples.authorisation(), try samples.authorisation("beta", [.personSex])
        )
        _ = try await register.adopt([first])
        _ = try await register.carryOut(RightsOrder(drafting: second), for: dpo)
        _ = try await register.carryOut(RightsOrder(.submit, of: second.id), for: dpo)
        storage.hang(true)
        let giving = Task { [commission] in
            try await register.carryOut(
                RightsOrder(.approve, of: second.id, version: second.hash), for: commission)
        }
        await storage.isReached()
        let ending = Task { [dpo] in
            try await register.carryOut(RightsOrder(.revoke, of: first.id), for: dpo)
        }
        while try isAllowed(register) { await Task.yield() }
        storage.hang(false)
        _ = try await ending.value
        // What was given is judged anew on top of what ended meanwhile.
        #expect(try await refusal(giving.value) == nil)
        let stored = try await InMemoryRightsStorage(memory).changes(after: RightsRevision(3))
        #expect(stored.map(\.step) == [.revoke, .approve])
    }

    @Test("an entry that is written late tells what its own step made of the right")
    func lateState() async throws {
        let terms = try samples.authorisation()
        let first = try await register()
        _ = try await first.adopt([terms])
        await bench.log.close()
        for step in [RightsStep.suspend, .revoke] {
            await #expect(throws: RightsFailure.takenUnlogged(.unreachable)) {
                try await first.carryOut(RightsOrder(step, of: terms.id), for: dpo)
            }
        }
        let second = try await LogBench(InMemoryConsultLogStorage())
        clock.day.withLock { [day = samples.day] in $0 = day.adding(days: 400) }
        _ = try await register(nil, second)
        let logged = try await second.reader.entries().compactMap { listed -> RightChanged? in
            if case .rightChanged(let changed) = listed.entry.body { changed } else { nil }
        }
        #expect(logged.map(\.state) == [.suspended, .revoked])
    }

    @Test("rights that are withheld allow nothing, whatever is stored, and no step is taken")
    func withheld() async throws {
        let register = try await register()
        let terms = try samples.authorisation()
        _ = try await register.adopt([terms])
        await register.withhold()
        #expect(try !isAllowed(register))
        memory.appendDirectly(
            try samples.change(
                .draft, samples.authorisation("beta"), by: "machine",
                at: clock.now().milliseconds))
        clock.day.withLock { [day = samples.day] in $0 = day.adding(days: 1) }
        try await register.refresh()
        #expect(try !isAllowed(register) && register.live.areKnown)
        for step in [RightsStep.suspend, .resume] {
            await #expect(throws: RightsFailure.olderThanLog) {
                try await register.carryOut(RightsOrder(step, of: terms.id), for: dpo)
            }
        }
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
