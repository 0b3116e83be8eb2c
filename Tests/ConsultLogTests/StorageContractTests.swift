import ConsultLogFakes
import Testing

struct StorageContractTests {
    @Test("the fake storage keeps the contract", arguments: StorageContract.checks)
    func keeps(_ check: StorageContract.Check) async throws {
        #expect(try await check.violations(InMemoryConsultLogStorage()) == [])
    }
}
