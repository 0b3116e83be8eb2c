import ConsultLog
import Dispatch
import GRDB
import Synchronization
import Testing

@testable import SQLiteStorage

struct GroupCommitTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// What a write was given, and what it does instead of succeeding.
    private final class Recorder: Sendable {
        let batches = Mutex<[[Int]]>([])
        let faults = Mutex<[ResultCode]>([])

        func write(_ items: [Int]) throws {
            batches.withLock { $0.append(items) }
            let fault = faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if let fault { throw DatabaseError(resultCode: fault) }
        }
    }

    private func opened() async throws -> DurableDatabase {
        try await DurableDatabase.open(
            at: directory.path(of: "group.sqlite"), DatabaseMigrator())
    }

    /// Lets `calls` calls of one item each wait together, behind a writer that is held.
    private func together(
        _ calls: Int, _ commits: GroupCommit<Int>, on database: DurableDatabase
    ) async -> [Result<Void, StorageFailure>] {
        let gate = DispatchSemaphore(value: 0)
        database.submit { _ in gate.wait() }
        return await withTaskGroup(of: Result<Void, StorageFailure>.self) { group in
            for number in 0..<calls {
                group.addTask {
                    do throws(StorageFailure) {
                        return .success(try await commits.add([number]))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            while commits.waitingCount < calls { await Task.yield() }
            gate.signal()
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("what arrives while the writer is busy shares one transaction")
    func shares() async throws {
        let database = try await opened()
        let recorder = Recorder()
        let commits = GroupCommit(to: database) { _, items in try recorder.write(items) }
        for result in await together(100, commits, on: database) { try result.get() }
        let batches = recorder.batches.withLock { $0 }
        #expect(batches.count == 1)
        #expect(batches.first?.sorted() == Array(0..<100))
        try await commits.add([100])
        #expect(recorder.batches.withLock { $0.last } == [100])
        await database.close()
    }

    @Test("the items of one call stay together and in order, however many they are")
    func keepsACallTogether() async throws {
        let database = try await opened()
        let recorder = Recorder()
        let commits = GroupCommit(to: database) { _, items in try recorder.write(items) }
        let many = Array(0..<(GroupCommit<Int>.mostItems + 1))
        try await commits.add(many)
        #expect(recorder.batches.withLock { $0 } == [many])
        await database.close()
    }

    @Test("all who shared a transaction share its failure, and the next one works")
    func failsTogether() async throws {
        let database = try await opened()
        let recorder = Recorder()
        let commits = GroupCommit(to: database) { _, items in try recorder.write(items) }
        recorder.faults.withLock { $0 = [.SQLITE_FULL] }
        for result in await together(10, commits, on: database) {
            #expect(throws: StorageFailure.notWritten(.diskFull)) { try result.get() }
        }
        try await commits.add([7])
        #expect(recorder.batches.withLock { $0.count } == 2)
        await database.close()
    }

    @Test("after a failed sync nothing is written any more")
    func endsAfterAFailedSync() async throws {
        let database = try await opened()
        let recorder = Recorder()
        let commits = GroupCommit(to: database) { _, items in try recorder.write(items) }
        recorder.faults.withLock { $0 = [.SQLITE_IOERR_FSYNC] }
        for _ in 0..<3 {
            await #expect(throws: StorageFailure.syncFailed) { try await commits.add([1]) }
        }
        #expect(recorder.batches.withLock { $0.count } == 1)
        await database.close()
    }

    @Test("a cancelled call waits until it is known what became of its items")
    func outlivesCancellation() async throws {
        let database = try await opened()
        let recorder = Recorder()
        let commits = GroupCommit(to: database) { _, items in try recorder.write(items) }
        let gate = DispatchSemaphore(value: 0)
        database.submit { _ in gate.wait() }
        let call = Task { try await commits.add([1]) }
        while commits.waitingCount < 1 { await Task.yield() }
        call.cancel()
        gate.signal()
        try await call.value
        #expect(recorder.batches.withLock { $0 } == [[1]])
        await database.close()
    }
}
