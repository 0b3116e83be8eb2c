import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore

/// The routes by which another process switches faults. They carry no personal data and are for
/// the loopback interface alone.
///
/// `GET /faults`, `PUT /faults/{source}`, `DELETE /faults/{source}`, `GET /requests`,
/// `DELETE /requests`.
struct ControlPort {
    let switches: FaultSwitches

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("faults") { _, _ in Self.json(faults) }
        router.put("faults/{source}") { request, context in
            guard let source = Self.source(context) else { return Self.problem(.notFound) }
            var request = request
            let body = try await request.collectBody(upTo: 4096)
            guard let fault = try? Fault(parsing: Array(body.readableBytesView)),
                fault.fits(source)
            else { return Self.problem(.badRequest) }
            switches.set(fault, for: source)
            return Self.json(faults)
        }
        router.delete("faults/{source}") { _, context in
            guard let source = Self.source(context) else { return Self.problem(.notFound) }
            switches.clear(source)
            return Self.json(faults)
        }
        router.get("requests") { _, _ in Self.json(requests) }
        router.delete("requests") { _, _ in
            switches.resetRequests()
            return Self.json(requests)
        }
        return router
    }

    private var faults: JSONValue {
        var object = JSONObject()
        for source in SimulatedSource.allCases {
            if let fault = switches.fault(of: source) { object[source.rawValue] = fault.json }
        }
        return .object(object)
    }

    private var requests: JSONValue {
        var object = JSONObject()
        for source in SimulatedSource.allCases {
            object[source.rawValue] = .integer(Int64(switches.requests(to: source)))
        }
        return .object(object)
    }

    private static func source(_ context: BasicRequestContext) -> SimulatedSource? {
        context.parameters.get("source").flatMap(SimulatedSource.init(rawValue:))
    }

    private static func problem(_ status: HTTPResponse.Status) -> Response {
        Response(status: status)
    }

    private static func json(_ value: JSONValue) -> Response {
        let bytes = (try? value.canonicalBytes()) ?? []
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
