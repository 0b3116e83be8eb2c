import CoreMetrics
import HTTPFacade
import LogProofs
import Logging
import TransparencyLogs

/// Tells operators how the log and its witnesses stand: a line at each change, and gauges.
struct WitnessMonitor: CosignatureObserver {
    private let logger: Logger
    private let age: Gauge
    private let isTooOld: Gauge
    private let size: Gauge
    private let deviations: Counter
    private let failing: [String: Gauge]

    /// - Parameter witnesses: their names in the policy, of which labels are made.
    init(witnesses: [String], logger: Logger, metrics: PrometheusMetrics) {
        self.logger = logger
        let gauge = { (label: String) in Gauge(label: label, dimensions: [], factory: metrics) }
        age = gauge("onlyonce_log_quorum_age_seconds")
        isTooOld = gauge("onlyonce_log_quorum_too_old")
        size = gauge("onlyonce_log_quorum_size")
        deviations = Counter(
            label: "onlyonce_log_witness_deviations_total", dimensions: [], factory: metrics)
        failing = Dictionary(
            witnesses.map { name in
                (
                    name,
                    Gauge(
                        label: "onlyonce_log_witness_failing",
                        dimensions: [("witness", name)], factory: metrics)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    func failed(_ trouble: WitnessTrouble, at witness: String) {
        logger.warning(
            "a witness did not cosign",
            metadata: ["witness": "\(witness)", "trouble": "\(trouble)"])
    }

    func recovered(_ witness: String) {
        logger.notice("a witness cosigns again", metadata: ["witness": "\(witness)"])
    }

    func deviates(_ deviation: WitnessDeviation) {
        deviations.increment()
        switch deviation {
        case .rolledBack(let witness, let witnessed, let own):
            logger.critical(
                "the log is shorter than what a witness cosigned",
                metadata: [
                    "witness": "\(witness)", "witnessed": "\(witnessed)", "own": "\(own)",
                ])
        case .forked(let witness, let size):
            logger.critical(
                "a witness cosigned another tree than the log's",
                metadata: ["witness": "\(witness)", "size": "\(size)"])
        }
    }

    func stands(_ status: CosignatureStatus) {
        age.record(status.age)
        isTooOld.record(status.isTooOld ? 1 : 0)
        size.record(status.cosigned.map { Double($0.unverified.size) } ?? 0)
        for standing in status.witnesses {
            failing[standing.name]?.record(standing.trouble == nil ? 0 : 1)
        }
    }
}
