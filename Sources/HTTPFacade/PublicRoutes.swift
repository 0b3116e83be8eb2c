import CanonicalJSON
import HTTPTypes
import NIOCore

/// The operations of the listeners that know no caller.
struct PublicRoutes: Sendable {
    let openAPI: ByteBuffer
    let health: @Sendable () async -> Health
    let metrics: PrometheusMetrics

    /// Of the web listener.
    var web: [Route] {
        [
            .get("/doc/openapi.yaml") { () throws(Problem) in
                Reply(contentType: "application/yaml", body: openAPI)
            }
        ]
    }

    /// Of the operations listener.
    var operations: [Route] {
        [
            .get("/health") { () throws(Problem) in
                let health = await health()
                let code: HTTPResponse.Status =
                    switch health.status {
                    case .up, .degraded: .ok
                    case .down: .serviceUnavailable
                    }
                return try Reply(health.json, status: code)
            },
            .get("/metrics") { () throws(Problem) in
                Reply(
                    contentType: "text/plain; version=0.0.4; charset=utf-8",
                    body: ByteBuffer(string: metrics.text))
            },
        ]
    }
}

extension Health {
    fileprivate var json: JSONValue {
        guard !troubles.isEmpty else { return ["status": .string(status.rawValue)] }
        let parts = troubles.map { trouble -> JSONValue in
            [
                "part": .string(trouble.part.rawValue), "reason": .string(trouble.reason),
                "status": .string(trouble.status.rawValue),
            ]
        }
        return ["status": .string(status.rawValue), "troubles": .array(parts)]
    }
}
