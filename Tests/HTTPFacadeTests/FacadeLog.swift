import ConsultLog
import ConsultLogFakes
import HTTPFacade
import LogProofs
import LogProofsFakes
import LogSearch
import TransparencyLogs

/// The tree over the log of a bench, which grows when it is told to, and what a facade shows of it.
struct FacadeLog: Sendable {
    let search = NotedSearch()
    let bench: LogBench
    private let storage: InMemoryConsultLogStorage
    private let tree: InMemoryTreeStorage
    private let checkpoints: CheckpointKeeper

    init(_ storage: InMemoryConsultLogStorage) async throws {
        bench = try await LogBench(storage)
        self.storage = storage
        tree = InMemoryTreeStorage(over: storage)
        checkpoints = try ProofSamples().keeper(tree, InMemoryCheckpointShelf())
    }

    var faces: LogFaces {
        let desk = ReceiptDesk(
            bench.log, keys: bench.keys, entries: storage, tree: tree, checkpoints: checkpoints)
        let search = search
        let reading = ReadingDesk(bench.log, now: { LogBench.time })
        return LogFaces(
            receipts: { consult, asker throws(ReceiptMakingFailure) in
                try await desk.receipt(of: consult, toItsAsker: asker)
            },
            search: { request, auditor throws(SearchFailure) in
                try search.page(request, for: auditor)
            },
            published: ServedLog(tree, checkpoints: checkpoints, isPublic: true),
            audited: ServedLog(tree, checkpoints: checkpoints, isPublic: false),
            reading: { reader throws(LogFailure) in try await reading.record(reader) })
    }

    /// Takes every entry into the tree, and signs it.
    func grow(signing roles: CheckpointRole...) async throws {
        let sequencer = try await Sequencer(tree, after: [])
        _ = try await sequencer.catchUp()
        for role in roles { _ = try await checkpoints.keep(sequencer.head, as: role) }
    }
}
