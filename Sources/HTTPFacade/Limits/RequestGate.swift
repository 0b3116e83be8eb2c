import AccessRights
import CoreMetrics
import Synchronization

/// Keeps the limits of a listener, and counts whoever meets one. Nothing of it is logged, so that a
/// flood cannot fill the log.
final class RequestGate: Sendable {
    let limits: RequestLimits
    private let buckets = Mutex<[ApplicationID: TokenBucket]>([:])
    private let working = Atomic<Int>(0)
    private let met: [LimitedResource: Counter]

    init(_ limits: RequestLimits, metrics: any MetricsFactory) {
        self.limits = limits
        met = Dictionary(
            uniqueKeysWithValues: LimitedResource.allCases.map { resource in
                (
                    resource,
                    Counter(
                        label: "onlyonce_limited_total",
                        dimensions: [("limit", resource.rawValue)], factory: metrics)
                )
            })
    }

    /// Counts a request of an application.
    ///
    /// - Throws: the problem with the time to wait, when it sends too many.
    func admit(
        _ application: ApplicationID, at now: ContinuousClock.Instant
    ) throws(Problem) {
        guard let rate = limits.requestsPerSecond else { return }
        let wait = buckets.withLock { buckets in
            buckets[application, default: TokenBucket(rate: rate, at: now)]
                .take(rate: rate, at: now)
        }
        guard let wait else { return }
        meet(.requestsPerSecond)
        throw Problem.tooManyRequests(limit: rate, after: wait)
    }

    /// Does some work, unless there is too much under way.
    func work<Value>(
        _ work: () async throws(Problem) -> Value
    ) async throws(Problem) -> Value {
        let before = working.wrappingAdd(1, ordering: .relaxed).oldValue
        defer { working.wrappingSubtract(1, ordering: .relaxed) }
        guard before < limits.concurrentConsults else {
            meet(.concurrentConsults)
            throw Problem.busy
        }
        return try await work()
    }

    func meet(_ resource: LimitedResource) { met[resource]?.increment() }
}
