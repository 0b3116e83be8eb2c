import GatewayFakes
import Testing

struct FakeContractTests {
    @Test(
        "the repertory in memory keeps its contract", arguments: ReferenceStorageContract.checks)
    func keepsReferences(_ check: ReferenceStorageContract.Check) async throws {
        #expect(try await check.violations(InMemoryReferenceStorage()) == [])
    }

    @Test("the quotas in memory keep their contract", arguments: QuotaStorageContract.checks)
    func keepsQuotas(_ check: QuotaStorageContract.Check) async throws {
        #expect(try await check.violations(InMemoryQuotaStorage()) == [])
    }
}
