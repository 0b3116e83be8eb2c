import ConsultLog
import ConsultLogFakes
import Facts
import LogProofs
import Synchronization
import Testing

struct ReadingDeskTests {
    private let storage = InMemoryConsultLogStorage()
    private let samples: LogSamples

    init() throws { samples = try LogSamples() }

    private func reader(_ official: String = "application:dpo") throws -> EntryReader {
        EntryReader(
            official: try OfficialID(parsing: official), organisation: samples.organisation,
            application: samples.application)
    }

    @Test("a log of a million entries that is read at once leaves one entry an hour and reader")
    func recordsOncePerHour() async throws {
        let bench = try await LogBench(storage)
        let hours = Mutex(Int64(0))
        let desk = ReadingDesk(
            bench.log,
            now: {
                Timestamp(
                    milliseconds: LogBench.time.milliseconds + hours.withLock { $0 } * 3_600_000)
            })
        let (one, other) = (try reader(), try reader("application:other"))
        for (hour, expected) in [(0, 2), (0, 2), (1, 4), (0, 6)] {
            hours.withLock { $0 = Int64(hour) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<200 {
                    group.addTask { try await desk.record(one) }
                    group.addTask { try await desk.record(other) }
                }
                try await group.waitForAll()
            }
            #expect(await storage.entries.count == expected)
        }
        let kinds = try await bench.reader.entries().map(\.entry.kind)
        #expect(Set(kinds) == [.audited])
    }

    @Test("what could not be recorded is recorded by the next, and nobody reads before")
    func triesAgain() async throws {
        let bench = try await LogBench(storage)
        let desk = ReadingDesk(bench.log, now: { LogBench.time })
        let reader = try reader()
        await storage.fail(.notWritten(.diskFull))
        await #expect(throws: LogFailure.notWritten(.diskFull)) { try await desk.record(reader) }
        try await desk.record(reader)
        try await desk.record(reader)
        #expect(await storage.entries.count == 1)
    }
}
