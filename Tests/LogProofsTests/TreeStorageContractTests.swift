import ConsultLogFakes
import LogProofsFakes
import Testing

struct TreeStorageContractTests {
    @Test("the tree in memory keeps the contract", arguments: TreeStorageContract.checks)
    func keeps(_ check: TreeStorageContract.Check) async throws {
        let log = InMemoryConsultLogStorage()
        #expect(try await check.violations(InMemoryTreeStorage(over: log), log) == [])
    }
}
