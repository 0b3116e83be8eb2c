import ConsultLog
import ConsultLogFakes
import Testing

@Suite("an outcome that could not be written")
struct OpenIntentTests {
    private let storage = InMemoryConsultLogStorage()
    private let samples: LogSamples

    init() throws { samples = try LogSamples() }

    private func asked(_ bench: LogBench, _ consult: ConsultID) async throws -> AppendedEntry {
        try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
    }

    /// What the log holds, and how many intents of it are open.
    private func standing(_ bench: LogBench) async throws -> (kinds: [EntryKind], open: Int) {
        // Intents of a run show as open to the next.
        _ = try await storage.beginEpoch()
        let next = try await storage.beginEpoch()
        let open = try await storage.unfinished(before: next, limit: 100).count
        return (try await bench.reader.entries().map(\.entry.kind), open)
    }

    @Test(
        "is closed as interrupted, once, as soon as the log writes again",
        arguments: NotWritten.allCases)
    func closes(_ reason: NotWritten) async throws {
        let bench = try await LogBench(storage)
        let consult = bench.log.newConsult()
        let asked = try await asked(bench, consult)
        let outcome = [
            samples.answered(asked, in: consult),
            samples.answered(
                asked, in: consult, role: .listed, subject: .person(try samples.person(1))),
        ]
        await storage.fail(.notWritten(reason), .notWritten(reason))
        await #expect(throws: LogFailure.notWritten(reason)) {
            try await bench.log.append(outcome)
        }
        #expect(await bench.log.closeOpenIntents() == 0, "it does not write yet")
        #expect(try await standing(bench).open == 1)
        #expect(await bench.log.closeOpenIntents() == 1)
        #expect(await bench.log.closeOpenIntents() == 0)
        let (kinds, open) = try await standing(bench)
        #expect(kinds == [.asked, .interrupted] && open == 0)
        #expect(await bench.log.isHealthy)
        let last = try #require(try await bench.reader.entries().last?.entry)
        guard case .interrupted(let interrupted) = last.body else { return }
        #expect(interrupted.asked == asked.asAsked && last.consult == consult)
    }

    @Test("and of which nobody knew, is looked up first", arguments: [true, false])
    func looksForTheOutcome(isKept: Bool) async throws {
        let bench = try await LogBench(storage)
        let consult = bench.log.newConsult()
        let outcome = samples.answered(try await asked(bench, consult), in: consult)
        await storage.fail(isKept ? .doubtfulAndKept : .doubtfulAndLost)
        await storage.setBlind(true)
        await #expect(throws: LogFailure.unreachable) { try await bench.log.append(outcome) }
        #expect(await bench.log.closeOpenIntents() == 0, "nobody can look")
        await storage.setBlind(false)
        #expect(await bench.log.closeOpenIntents() == (isKept ? 0 : 1))
        #expect(await bench.log.closeOpenIntents() == 0)
        let (kinds, open) = try await standing(bench)
        #expect(kinds == [.asked, isKept ? .answered : .interrupted] && open == 0)
    }

    @Test(
        "nor its intent: the intent is closed when it was kept after all",
        arguments: [true, false])
    func looksForTheIntent(isKept: Bool) async throws {
        let bench = try await LogBench(storage)
        await storage.fail(isKept ? .doubtfulAndKept : .doubtfulAndLost)
        await storage.setBlind(true)
        await #expect(throws: LogFailure.unreachable) {
            try await asked(bench, bench.log.newConsult())
        }
        await storage.setBlind(false)
        #expect(await bench.log.closeOpenIntents() == (isKept ? 1 : 0))
        let (kinds, open) = try await standing(bench)
        #expect(kinds == (isKept ? [.asked, .interrupted] : []) && open == 0)
    }

    @Test("an intent that was certainly not written, and whatever else, leaves nothing open")
    func leavesNothing() async throws {
        let bench = try await LogBench(storage)
        let other = EntryDraft(
            consult: bench.log.newConsult(), body: .audited(Audited(action: .search)))
        await storage.fail(.notWritten(.diskFull), .notWritten(.diskFull))
        await #expect(throws: LogFailure.self) {
            try await asked(bench, bench.log.newConsult())
        }
        await #expect(throws: LogFailure.self) { try await bench.log.append(other) }
        #expect(await bench.log.closeOpenIntents() == 0)
        #expect(await storage.entries.isEmpty)
    }

    @Test("after a failed sync nothing is closed: recovery reads the disk anew")
    func leavesItToRecovery() async throws {
        let bench = try await LogBench(storage)
        let consult = bench.log.newConsult()
        let outcome = samples.answered(try await asked(bench, consult), in: consult)
        await storage.fail(.syncFailed)
        await #expect(throws: LogFailure.unreachable) { try await bench.log.append(outcome) }
        #expect(await bench.log.closeOpenIntents() == 0)
        let next = try await LogBench(storage, keyStore: bench.keyStore, seed: 2)
        #expect(try await next.log.recover() == 1)
    }
}
