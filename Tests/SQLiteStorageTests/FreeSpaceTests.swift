import AccessRights
import ConsultLog
import ConsultLogFakes
import SQLiteStorage
import Synchronization
import Testing

@Suite("room for what was begun")
struct FreeSpaceTests {
    private final class Disk: Sendable {
        let free = Mutex<UInt64?>(1000)
        let looks = Mutex(0)
        let time = Mutex(ContinuousClock.Instant.now)

        func space(reserve: UInt64) -> FreeSpace {
            FreeSpace(
                reserve: reserve,
                measure: {
                    self.looks.withLock { $0 += 1 }
                    return self.free.withLock { $0 }
                }, now: { self.time.withLock { $0 } })
        }

        func pass(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    private let disk = Disk()

    @Test("below the reserve no intent is taken, while the outcome of an open one is written")
    func pair() async throws {
        let directory = try TemporaryDirectory()
        let samples = try LogSamples()
        let storage = try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
        let bench = try await LogBench(storage, room: disk.space(reserve: 1000))
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        disk.free.withLock { $0 = 999 }
        disk.pass(FreeSpace.patience)
        let next = samples.asked(in: bench.log.newConsult(), about: .person(try samples.person()))
        await #expect(throws: LogFailure.notWritten(.diskFull)) { try await bench.log.append(next) }
        await #expect(throws: LogFailure.notWritten(.diskFull)) {
            try await bench.log.append([samples.answered(asked, in: consult), next])
        }
        #expect(await !bench.log.isHealthy)
        _ = try await bench.log.append(samples.answered(asked, in: consult))
        _ = try await bench.log.append(
            samples.refused(in: bench.log.newConsult(), [.organisationHasNone]))
        #expect(try await storage.page(after: nil, limit: 10).count == 3)
        disk.free.withLock { $0 = 1000 }
        disk.pass(FreeSpace.patience)
        _ = try await bench.log.append(next)
        #expect(await bench.log.isHealthy)
        await bench.log.close()
    }

    @Test("it is measured once in a while, however often somebody asks")
    func seldom() async {
        let space = disk.space(reserve: 1)
        for _ in 0..<100 { #expect(await space.takesIntents()) }
        #expect(disk.looks.withLock { $0 } == 1)
        disk.pass(FreeSpace.patience)
        #expect(await space.takesIntents())
        #expect(disk.looks.withLock { $0 } == 2)
    }

    @Test("what cannot be measured is left to the write")
    func unknown() async {
        disk.free.withLock { $0 = nil }
        #expect(await disk.space(reserve: 1).takesIntents())
    }

    @Test("a real folder has room for nothing, and not for everything")
    func real() async throws {
        let directory = try TemporaryDirectory()
        #expect(await FreeSpace(of: directory.path, reserve: 0).takesIntents())
        #expect(await !FreeSpace(of: directory.path, reserve: .max).takesIntents())
    }
}
