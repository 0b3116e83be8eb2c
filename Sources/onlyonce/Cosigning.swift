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

    /// What somebody has to look at: a quorum that is too long ago, a witness whose knowledge
    /// contradicts the log.
    var complaints: [String] {
        get async {
            guard let status = await collector?.status else { return [] }
            var complaints: [String] = []
            if status.isTooOld {
                complaints.append("the last quorum of the witnesses is \(status.age) seconds old")
            }
            if let deviation = status.deviation {
                complaints.append(deviation.words + (status.isProven ? ", and shows it" : ""))
            }
            if status.isStorageFailing {
                complaints.append("the last cosigned checkpoint could not be kept")
            }
            return complaints
        }
    }

    /// Collects until the gateway shuts down.
    func run() async throws {
        await cancelWhenGracefulShutdown { await collector?.run(every: LoadedWitnesses.pause) }
        try await gracefulShutdown()
    }
}

extension WitnessDeviation {
    fileprivate var words: String {
        switch self {
        case .rolledBack(let witness, let witnessed, let own):
            "the witness \(witness) says that it cosigned \(witnessed) entries of the log's \(own)"
        case .forked(let witness, let size):
            "the witness \(witness) says that it cosigned another tree of \(size) entries"
        }
    }
}
