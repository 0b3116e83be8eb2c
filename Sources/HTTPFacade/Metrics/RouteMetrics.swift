import CoreMetrics
import HTTPTypes

/// What is counted of one route: how many answers of each status, and how long they took.
///
/// Methods, routes and statuses come from closed sets, so no label can hold what somebody sent.
struct RouteMetrics: Sendable {
    private static let statuses = [
        200, 201, 202, 204, 302, 303, 400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 500, 502,
        503,
    ]

    private let counters: [CoreMetrics.Counter]
    private let other: CoreMetrics.Counter
    private let timer: CoreMetrics.Timer

    init(method: String, route: String, factory: any MetricsFactory) {
        let labels = [("method", method), ("route", route)]
        func counter(_ status: String) -> CoreMetrics.Counter {
            CoreMetrics.Counter(
                label: "onlyonce_http_requests_total", dimensions: labels + [("status", status)],
                factory: factory)
        }
        counters = Self.statuses.map { counter(String($0)) }
        other = counter("other")
        timer = CoreMetrics.Timer(
            label: "onlyonce_http_request_duration_seconds", dimensions: labels,
            preferredDisplayUnit: .seconds, factory: factory)
    }

    func count(_ status: Int, _ duration: Duration) {
        if let index = Self.statuses.firstIndex(of: status) {
            counters[index].increment()
        } else {
            other.increment()
        }
        timer.recordNanoseconds(
            duration.components.seconds * 1_000_000_000
                + duration.components.attoseconds / 1_000_000_000)
    }

    /// The method, when it is one of HTTP's own; any text can stand in a request.
    static func known(_ method: HTTPRequest.Method) -> String {
        let known: [HTTPRequest.Method] = [
            .post, .get, .head, .put, .delete, .patch, .options, .trace, .connect,
        ]
        return known.contains(method) ? method.rawValue : "other"
    }
}
