import ConsultLogFakes
import LogProofs
import LogProofsFakes
import Testing
import TransparencyLogs

@Suite("what a running log serves")
struct ServedLogTests {
    private let samples: ProofSamples
    private let tree: InMemoryTreeStorage
    private let checkpoints: CheckpointKeeper

    /// 600 entries, of which 300 are published.
    init() async throws {
        let storage = InMemoryConsultLogStorage()
        let filler = try await LogFiller(storage)
        samples = try ProofSamples()
        tree = InMemoryTreeStorage(over: storage)
        checkpoints = samples.keeper(tree, InMemoryCheckpointShelf())
        let sequencer = try await Sequencer(tree, after: [])
        for role in [CheckpointRole.published, .auditors] {
            try await filler.append(300)
            _ = try await sequencer.catchUp()
            _ = try await checkpoints.keep(sequencer.head, as: role)
        }
    }

    private func served(isPublic: Bool) -> ServedLog {
        ServedLog(tree, checkpoints: checkpoints, isPublic: isPublic)
    }

    @Test("it verifies, for everybody and for auditors", arguments: [true, false])
    func verifies(isPublic: Bool) async throws {
        let policy = TrustPolicy(logs: [samples.signer.verifier])
        let report = try await LogVerifier(
            served(isPublic: isPublic), policy: policy, depth: .form,
            publishes: isPublic ? .perhaps : .always
        ).verify()
        #expect(report.size == (isPublic ? 300 : 600))
        #expect(report.hashesAlone == isPublic)
    }

    @Test("everybody gets of each tile what the published checkpoint covers, and no entry")
    func covered() async throws {
        let log = served(isPublic: true)
        func bytes(_ path: String) async throws -> [UInt8]? {
            try await log.bytes(of: try #require(LogResource(path: path)))
        }
        let last = try #require(try await bytes("tile/0/001.p/44"))
        #expect(last.count == 44 * 32)
        #expect(try await bytes("tile/0/001.p/10") == Array(last.prefix(320)))
        #expect(try await bytes("tile/1/000.p/1")?.count == 32)
        for path in [
            "tile/0/001.p/45", "tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2",
            "tile/2/000.p/1", "tile/63/000.p/1", "tile/0/x123/456", "tile/entries/000",
        ] {
            #expect(try await bytes(path) == nil, "\(path)")
        }
    }
}
