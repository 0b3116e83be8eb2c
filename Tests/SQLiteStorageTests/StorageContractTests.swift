import ConsultLogFakes
import SQLiteStorage
import Testing

struct StorageContractTests {
    @Test("SQLite keeps the contract of the log's storage", arguments: StorageContract.checks)
    func keeps(_ check: StorageContract.Check) async throws {
        let directory = try TemporaryDirectory()
        let storage = try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
        #expect(try await check.violations(storage) == [])
        await storage.close()
    }
}
