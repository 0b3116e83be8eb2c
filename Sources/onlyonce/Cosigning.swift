import HTTPFacade
import HTTPTransfers
import LogProofs
import Logging
import ServiceLifecycle

/// Collects the cosignatures of a running gateway's log beside everything else that it does.
struct Cosigning: Service {
    /// `nil` when the configuration names no witnesses.
    private let collector: CosignatureCollector?

    /// - Throws: ``UsageError`` when the policy cannot be used, or what was cosigned is damaged.
    init(
        of tree: LogTree, _ settings: Configuration.Witnesses?, engine: TransferEngine,
        metrics: PrometheusMetrics, logger: Logger
    ) async throws(UsageError) {
        guard let settings else {
            collector = nil
            return
        }
        collector = try await LoadedWitnesses(settings).collector(
            logKeys: [tree.checkpoints.verifier], checkpoints: tree.checkpoints,
            tree: StoredTreeGrowth(tree.storage), store: tree.checkpoints,
            arbiter: tree.arbiter, engine: engine, metrics: metrics, logger: logger)
    }

    /// Whether the last quorum is young enough, and no witness's knowledge contradicts the log.
    var isHealthy: Bool {
        get async {
            guard let status = await collector?.status else { return true }
            return !status.isTooOld && status.deviation == nil && !status.isStorageFailing
        }
    }

    /// Collects until the gateway shuts down.
    func run() async throws {
        await cancelWhenGracefulShutdown { await collector?.run(every: LoadedWitnesses.pause) }
        try await gracefulShutdown()
    }
}
