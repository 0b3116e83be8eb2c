import CoreMetrics
import HTTPFacade
import Logging
import Officials

/// Tells operators how the keys of the identity provider fare: a line when they cannot be had, and
/// counts.
struct KeySetOperations: KeySetObserver {
    private let logger: Logger
    private let keys: Gauge
    private let failures: [KeySetFailure: CoreMetrics.Counter]

    init(logger: Logger, metrics: PrometheusMetrics) {
        self.logger = logger
        keys = Gauge(label: "onlyonce_identity_provider_keys", dimensions: [], factory: metrics)
        failures = Dictionary(
            uniqueKeysWithValues: KeySetFailure.allCases.map { failure in
                let counter = CoreMetrics.Counter(
                    label: "onlyonce_identity_provider_failures_total",
                    dimensions: [("reason", failure.rawValue)], factory: metrics)
                return (failure, counter)
            })
    }

    func fetched(keys: Int) { self.keys.record(Double(keys)) }

    func failed(_ failure: KeySetFailure) {
        failures[failure]?.increment()
        logger.warning(
            "the keys of the identity provider cannot be had",
            metadata: ["reason": "\(failure.rawValue)"])
    }
}
