import ConsultLog
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle

/// What the listeners share, and how one is made of it.
struct FacadeParts {
    let limits: RequestLimits
    let idleTimeout: Duration
    let metrics: PrometheusMetrics
    let random: any RandomSource
    let date: HTTPDate
    let logger: Logger
    let bound: BoundAddresses
    /// How tokens are looked at; none is good without it.
    var tokens: TokenCheck?
    /// The scope that tokens must have.
    var scope: String?

    /// Makes a listener.
    ///
    /// - Parameters:
    ///   - tls: its TLS; `nil` for a listener that needs none.
    ///   - callers: who stands behind its connections; `nil` where that is nobody's business.
    func listener(
        _ listener: BoundAddresses.Listener, at address: ListenerAddress, routes: [Route],
        tls: ListenerTLS? = nil, callers: Callers? = nil
    ) throws(FacadeFailure) -> any Service {
        let responder = Responder(
            routes: RouteTable(routes, metrics: metrics),
            unrouted: RouteMetrics(method: "any", route: "none", factory: metrics),
            callers: callers, gate: RequestGate(limits, metrics: metrics),
            lines: LineGate(rate: limits.anonymousLinesPerSecond, metrics: metrics),
            tokens: TokenDoor(callers == nil ? nil : tokens, scope: scope, metrics: metrics),
            random: random,
            date: date, logger: logger)
        let bound = bound
        do {
            let settings = HTTP1Channel.Configuration(idleTimeout: TimeAmount(idleTimeout))
            let builder = HTTPServerBuilder { answer in
                let http = HTTPChannel(
                    HTTP1Channel(responder: answer, configuration: settings),
                    malformed: { responder.malformed() })
                guard let tls else { return http }
                return TLSServerChannel(http, tls: tls, callers: callers)
            }
            let server = try builder.buildServer(
                configuration: ServerConfiguration(
                    address: .hostname(address.host, port: address.port)),
                eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger,
                responder: { request, writer, channel in
                    try await responder.respond(to: request, writer, on: channel)
                },
                onServerRunning: { channel in bound.bound(listener, to: channel.localAddress) })
            return Listener(server: server, name: listener, address: address, bound: bound)
        } catch {
            throw .unusableIdentity(listener: listener.rawValue)
        }
    }

    /// Reads the certificates and the key of a listener.
    static func tls(
        of listener: BoundAddresses.Listener,
        _ make: @escaping @Sendable () throws -> TLSConfiguration
    ) throws(FacadeFailure) -> ListenerTLS {
        do {
            return try ListenerTLS(make)
        } catch {
            throw .unusableIdentity(listener: listener.rawValue)
        }
    }
}
