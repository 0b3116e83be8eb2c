import CanonicalJSON
import ConsultLog
import Gateway
import HTTPTypes

/// The operations of the repertory of references.
struct ReferenceRoutes: Sendable {
    let gateway: Gateway

    var all: [Route] { [open, close] }

    private var open: Route {
        .post("/v1/references/open") { body, caller throws(Problem) in
            let request = try ReferenceOpening(body, today: gateway.today())
            let result = await gateway.openReference(request.order, in: request.context(of: caller))
            let answer = try result.answer()
            return try Reply(answer.fact.json(consult: answer.consult))
        }
    }

    private var close: Route {
        .post("/v1/references/close") { body, caller throws(Problem) in
            let request = try ReferenceEnding(body)
            _ = try caller.receiver()
            let result = await gateway.closeReference(
                request.reference, in: request.context(of: caller))
            switch result {
            case .closed(let record): return try Reply(record.json(consult: nil))
            // A dossier of somebody else is told in no way from one that never was.
            case .unknown: throw Problem(.resourceNotFound)
            case .notRecorded:
                throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
            }
        }
    }
}
