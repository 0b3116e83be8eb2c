import RightsFakes
import Testing

@Suite("The storage of rights in memory")
struct RightsStorageContractTests {
    @Test("it keeps the contract of a storage of rights")
    func contract() async throws {
        let memory = InMemoryRightsStorage.Memory()
        try await RightsStorageContract.check { InMemoryRightsStorage(memory) }
    }

    @Test("of many who append at once, one wins")
    func race() async throws {
        let memory = InMemoryRightsStorage.Memory()
        try await RightsStorageContract.checkRace { InMemoryRightsStorage(memory) }
    }
}
