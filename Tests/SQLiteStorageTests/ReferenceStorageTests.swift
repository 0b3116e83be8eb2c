import GatewayFakes
import SQLiteStorage
import Testing

struct ReferenceStorageTests {
    @Test(
        "SQLite keeps the contract of the repertory's storage",
        arguments: ReferenceStorageContract.checks)
    func keepsReferences(_ check: ReferenceStorageContract.Check) async throws {
        let directory = try TemporaryDirectory()
        let storage = try await SQLiteReferenceStorage.open(
            at: directory.path(of: "references.sqlite"))
        #expect(try await check.violations(storage) == [])
        await storage.close()
    }

    @Test(
        "SQLite keeps the contract of the quotas' storage", arguments: QuotaStorageContract.checks)
    func keepsQuotas(_ check: QuotaStorageContract.Check) async throws {
        let directory = try TemporaryDirectory()
        let storage = try await SQLiteQuotaStorage.open(at: directory.path(of: "quotas.sqlite"))
        #expect(try await check.violations(storage) == [])
        await storage.close()
    }
}
