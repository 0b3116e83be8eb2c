import ConsultLog
import Officials
import OfficialsFakes
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite("the directory of officials in SQLite")
struct OfficialsStorageTests {
    @Test("it keeps the contract", arguments: OfficialsStorageContract.checks)
    func keepsContract(_ check: OfficialsStorageContract.Check) async throws {
        let folder = try TemporaryFolder()
        let storage = try await SQLiteOfficialsStorage.open(at: folder.path + "/officials.sqlite")
        #expect(try await check.violations(storage) == [])
        await storage.close()
    }

    @Test("two processes see each other's changes, and commits are durable")
    func isShared() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/officials.sqlite"
        let first = try await SQLiteOfficialsStorage.open(at: path)
        let second = try await SQLiteOfficialsStorage.open(at: path)
        #expect(try await first.database.synchronousOfWriter() == 2)
        let sample = OfficialsStorageContract.sample
        #expect(try await first.write(sample) == 1)
        #expect(try await second.changes(after: 0).officials.map(\.id) == [sample.id])
        #expect(try await second.write(sample) == nil)
        await first.close()
        await second.close()
    }
}
