import Hummingbird
import NIOCore

/// The HTTP side of the simulated vehicle register.
struct DIVResponder: HTTPResponder {
    let simulator: DIVSimulator
    let switches: FaultSwitches

    func respond(to request: Request, context: SourceContext) async throws -> Response {
        guard let resource = resource(request.uri.path) else { return Response(status: .notFound) }
        guard request.method == .get else { return Response(status: .methodNotAllowed) }
        let fault = switches.register(.div)
        if fault?.kind == .down { try await FaultyTransport.close(context.channel) }
        guard let selection = selection(request) else { return Response(status: .badRequest) }
        try await FaultyTransport.delay(fault)
        let reply = try simulator.reply(to: resource, selection, fault: fault?.kind)
        return FaultyTransport.response(reply, fault?.kind)
    }

    private func resource(_ path: String) -> DIVSimulator.Resource? {
        let prefix = DIVSimulator.path + "/"
        guard path.hasPrefix(prefix) else { return nil }
        return DIVSimulator.Resource(rawValue: String(path.dropFirst(prefix.count)))
    }

    private func selection(_ request: Request) -> DIVSimulator.Selection? {
        let parameters = request.uri.queryParameters
        if let plate = parameters["plateNr"] { return .plate(String(plate)) }
        if let person = parameters["nationalNr"] { return .person(String(person)) }
        if let enterprise = parameters["companyNr"] { return .enterprise(String(enterprise)) }
        return nil
    }
}
