import CoreMetrics

/// How many evaluations were answered, by their decision.
struct EvaluationCounters: Sendable {
    private let allowed: CoreMetrics.Counter
    private let denied: CoreMetrics.Counter

    init(_ factory: any MetricsFactory) {
        func counter(_ decision: String) -> CoreMetrics.Counter {
            CoreMetrics.Counter(
                label: "onlyonce_access_evaluations_total", dimensions: [("decision", decision)],
                factory: factory)
        }
        allowed = counter("true")
        denied = counter("false")
    }

    func count(_ answer: EvaluationAnswer) {
        (answer.isAllowed ? allowed : denied).increment()
    }
}
