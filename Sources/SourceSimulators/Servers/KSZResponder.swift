import Hummingbird
import NIOCore

/// The HTTP side of the simulated Crossroads Bank.
struct KSZResponder: HTTPResponder {
    let simulator: KSZSimulator
    let switches: FaultSwitches

    func respond(to request: Request, context: SourceContext) async throws -> Response {
        guard request.uri.path == KSZSimulator.path else { return Response(status: .notFound) }
        guard request.method == .post else { return Response(status: .methodNotAllowed) }
        let fault = switches.register(.ksz)
        if fault?.kind == .down { try await FaultyTransport.close(context.channel) }
        var request = request
        let body = try await request.collectBody(upTo: 1 << 20)
        try await FaultyTransport.delay(fault)
        let reply = try simulator.reply(to: body.readableBytesView, fault: fault?.kind)
        return FaultyTransport.response(reply, fault?.kind)
    }
}
