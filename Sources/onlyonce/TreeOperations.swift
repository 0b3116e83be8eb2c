import CoreMetrics
import Facts
import HTTPFacade
import LogProofs
import Logging
import TransparencyLogs

/// Tells operators how the tree of the log fares: a line when something fails, and gauges.
struct TreeOperations: TreeObserver {
    private let logger: Logger
    private let size: Gauge
    private let waiting: Gauge
    private let checkpoints: [CheckpointRole: Gauge]

    init(logger: Logger, metrics: PrometheusMetrics) {
        self.logger = logger
        size = Gauge(label: "onlyonce_log_tree_size", dimensions: [], factory: metrics)
        waiting = Gauge(label: "onlyonce_log_waiting_entries", dimensions: [], factory: metrics)
        checkpoints = Dictionary(
            uniqueKeysWithValues: CheckpointRole.allCases.map { role in
                let gauge = Gauge(
                    label: "onlyonce_log_checkpoint_time_seconds",
                    dimensions: [("role", role.rawValue)], factory: metrics)
                return (role, gauge)
            })
    }

    func treeIs(_ size: UInt64, waiting: UInt64) {
        self.size.record(Double(size))
        self.waiting.record(Double(waiting))
    }

    func kept(_ checkpoint: Checkpoint, as role: CheckpointRole, at time: Timestamp) {
        checkpoints[role]?.record(Double(time.milliseconds) / 1000)
    }

    func failed(_ failure: SequencingFailure) {
        if failure.isFinal {
            logger.critical("\(failure)")
        } else {
            logger.error("\(failure)")
        }
    }
}
