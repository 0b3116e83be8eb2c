import ConsultLogFakes
import Facts
import Synchronization
import Testing

@testable import ConsultLog

struct ConsultLogTests {
    private let samples: LogSamples
    private let storage = InMemoryConsultLogStorage()

    init() throws { samples = try LogSamples() }

    private func draft(_ bench: LogBench, _ number: Int = 0) throws -> EntryDraft {
        samples.asked(in: bench.log.newConsult(), about: .person(try samples.person(number)))
    }

    @Test("closing waits for what was taken, and what comes later is refused")
    func closesBehindWhatWasTaken() async throws {
        let bench = try await LogBench(storage)
        await storage.hold()
        let taken = try draft(bench)
        async let appended = bench.log.append(taken)
        await storage.untilHeld()
        async let closed: Void = bench.log.close()
        while await bench.log.isHealthy { await Task.yield() }
        let late = try draft(bench)
        await #expect(throws: LogFailure.notWritten(.closed)) { try await bench.log.append(late) }
        await storage.release()
        _ = try await appended
        await closed
        #expect(await storage.entries.count == 1)
    }

    @Test("the drafts of one call stay together and in order")
    func keepsACallTogether() async throws {
        let bench = try await LogBench(storage)
        let drafts = try (0..<5000).map { try draft(bench, $0) }
        let appended = try await bench.log.append(drafts)
        #expect(await storage.batches == [5000])
        let entries = try await bench.reader.entries(limit: 5000).map(\.entry)
        #expect(entries.map(\.id) == appended.map(\.id))
        #expect(entries.map(\.consult) == drafts.map(\.consult))
        #expect(try await bench.log.append([]).isEmpty)
    }

    @Test(
        "a write that certainly failed is reported, and the next one works",
        arguments: NotWritten.allCases)
    func reportsAFailedWrite(_ reason: NotWritten) async throws {
        let bench = try await LogBench(storage)
        await storage.fail(.notWritten(reason))
        let draft = try draft(bench)
        await #expect(throws: LogFailure.notWritten(reason)) { try await bench.log.append(draft) }
        #expect(await storage.entries.isEmpty)
        #expect(await !bench.log.isHealthy)
        _ = try await bench.log.append(draft)
        #expect(await storage.entries.count == 1)
        #expect(await bench.log.isHealthy)
    }

    @Test("failed but persisted: found by its name and acknowledged, once in the log")
    func acknowledgesWhatWasKept() async throws {
        let bench = try await LogBench(storage)
        await storage.fail(.doubtfulAndKept)
        let appended = try await bench.log.append([try draft(bench), try draft(bench)])
        #expect(try await bench.reader.entries().map(\.entry.id) == appended.map(\.id))
        #expect(await storage.batches.count == 1)
    }

    @Test("failed and not persisted: appended again, once in the log")
    func appendsAgainWhatWasLost() async throws {
        let bench = try await LogBench(storage)
        await storage.fail(.doubtfulAndLost)
        let appended = try await bench.log.append(try draft(bench))
        #expect(try await bench.reader.entries().map(\.entry.id) == [appended.id])
        #expect(await storage.batches.count == 2)
    }

    @Test("lost and then kept: acknowledged, once in the log")
    func acknowledgesTheSecondTry() async throws {
        let bench = try await LogBench(storage)
        await storage.fail(.doubtfulAndLost, .doubtfulAndKept)
        let appended = try await bench.log.append(try draft(bench))
        #expect(try await bench.reader.entries().map(\.entry.id) == [appended.id])
    }

    @Test("lost twice: not written")
    func givesUpAfterTheSecondTry() async throws {
        let bench = try await LogBench(storage)
        await storage.fail(.doubtfulAndLost, .doubtfulAndLost)
        await #expect(throws: LogFailure.notWritten(.failed)) {
            try await bench.log.append(try draft(bench))
        }
        #expect(await storage.entries.isEmpty)
    }

    @Test("doubtful and no look possible: unreachable, and never acknowledged")
    func saysWhenNobodyKnows() async throws {
        let bench = try await LogBench(storage)
        await storage.setBlind(true)
        await storage.fail(.doubtfulAndKept)
        await #expect(throws: LogFailure.unreachable) {
            try await bench.log.append(try draft(bench))
        }
        await storage.setBlind(false)
        _ = try await bench.log.append(try draft(bench))
        #expect(await storage.entries.count == 2)
    }

    @Test("after a failed fsync the process is told to end and nothing more is written")
    func endsAfterAFailedSync() async throws {
        let calls = Counter()
        let bench = try await LogBench(storage, onFailedSync: { calls.increase() })
        await storage.fail(.syncFailed)
        for _ in 0..<3 {
            await #expect(throws: LogFailure.unreachable) {
                try await bench.log.append(try draft(bench))
            }
        }
        #expect(calls.value == 1)
        #expect(await storage.batches.count == 1)
    }

    @Test("recovery closes what a dead writer left open, once")
    func recovers() async throws {
        let dead = try await LogBench(storage)
        let open = try await dead.log.append((0..<1500).map { try draft(dead, $0) })
        let answered = dead.log.newConsult()
        let asked = try await dead.log.append(
            samples.asked(in: answered, about: .person(try samples.person())))
        _ = try await dead.log.append(samples.answered(asked, in: answered))

        let next = try await LogBench(storage, keyStore: dead.keyStore, seed: 2)
        #expect(next.log.epoch > dead.log.epoch)
        let own = try await next.log.append(try draft(next))
        #expect(try await next.log.recover() == 1500)
        #expect(try await next.log.recover() == 0)
        let interrupted = try await next.reader.entries(limit: 5000).compactMap { item in
            if case .interrupted(let body) = item.entry.body { body.asked } else { nil }
        }
        #expect(Set(interrupted) == Set(open.map(\.asAsked)))
        #expect(!interrupted.contains(own.asAsked))
    }

    @Test("closing waits for what was taken and takes nothing more")
    func closes() async throws {
        let bench = try await LogBench(storage)
        await storage.hold()
        let draft = try draft(bench)
        async let pending = bench.log.append(draft)
        await storage.untilHeld()
        async let closing: Void = bench.log.close()
        await storage.release()
        _ = try await pending
        await closing
        #expect(await storage.entries.count == 1)
        await #expect(throws: LogFailure.notWritten(.closed)) {
            try await bench.log.append(draft)
        }
    }

    @Test("a cancelled caller still learns what became of its entry")
    func outlivesCancellation() async throws {
        let bench = try await LogBench(storage)
        await storage.hold()
        let draft = try draft(bench)
        let task = Task { try await bench.log.append(draft) }
        await storage.untilHeld()
        task.cancel()
        await storage.release()
        let appended = try await task.value
        #expect(try await bench.reader.entries().map(\.entry.id) == [appended.id])
    }

    @Test("a consult's entries are found by its name")
    func findsAConsult() async throws {
        let bench = try await LogBench(storage)
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        _ = try await bench.log.append(try draft(bench, 1))
        let answered = try await bench.log.append(samples.answered(asked, in: consult))
        let found = try await bench.reader.entries(of: consult).map(\.entry.id)
        #expect(found == [asked.id, answered.id])
    }
}

/// Counts calls from anywhere.
final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increase() { count.withLock { $0 += 1 } }
}
