public import AccessRights
public import ConsultLog
public import Facts
public import Gateway
public import Logging
import NIOCore
import NIOSSL
public import ParkingCards
public import ServiceLifecycle

/// The HTTP face of the gateway: three listeners, because browsers, balancers and monitors have no
/// client certificate.
///
/// *api* speaks mutual TLS and serves registered applications, *web* speaks TLS and serves anybody,
/// *operations* is bound to the loopback interface. Every answer has a new `BelGov-Trace-Id`;
/// nothing that a request holds enters a log line, a metric or a problem.
public struct Facade: Sendable {
    /// The listeners, for a service group. On graceful shutdown they take no more connections and
    /// end when the answers that are under way are written.
    public let services: [any Service]
    private let bound: BoundAddresses
    let callers: Callers
    let apiTLS: ListenerTLS
    let webTLS: ListenerTLS

    /// Reads the certificates and makes the listeners; nothing listens before the services run.
    ///
    /// - Parameters:
    ///   - assess: assesses applications for parking cards.
    ///   - cards: where cards live; without it there are no such operations.
    ///   - log: what is shown of the consult log itself.
    ///   - rights: the authorisations, for those who oversee them and for decisions.
    ///   - applications: the registered applications as they stand now; read anew for every request.
    ///   - revocations: the lists of revoked certificates as they stand now; `nil` where none are
    ///     kept.
    ///   - openAPI: the contract (`Contracts/openapi.yaml`), served as it is.
    ///   - health: asked for every `/health`.
    ///   - metrics: what `/metrics` writes, and where requests are counted.
    ///   - officials: how officials are known, and who keeps their directory.
    ///   - now: the clock: of the `Date` header, and of the certificates' validity.
    /// - Throws: ``FacadeFailure`` when a certificate or key cannot be used.
    public init(
        configuration: FacadeConfiguration, gateway: Gateway,
        assess: @escaping ParkingCardAssessment, cards: CardOffice? = nil, log: LogFaces,
        rights: RightsFaces, applications: @escaping @Sendable () -> ApplicationRegister,
        revocations: @escaping @Sendable () -> RevocationLists? = { nil }, openAPI: [UInt8],
        health: @escaping @Sendable () async -> Health, metrics: PrometheusMetrics,
        officials: OfficialFaces = OfficialFaces(),
        now: @escaping @Sendable () -> Timestamp, random: any RandomSource = SystemRandom(),
        logger: Logger
    ) throws(FacadeFailure) {
        let bound = BoundAddresses()
        let parts = FacadeParts(
            limits: configuration.limits, idleTimeout: configuration.idleTimeout,
            metrics: metrics, random: random, date: HTTPDate(now: now), logger: logger,
            bound: bound, tokens: officials.tokens, scope: officials.scope)
        let open = PublicRoutes(
            openAPI: ByteBuffer(bytes: openAPI), health: health, metrics: metrics)
        let log = LogRoutes(faces: log)
        let overseen = RightsRoutes(rights, applications: applications)
        let host = configuration.api.host
        let decisions = EvaluationRoutes(
            rights, applications: applications,
            base: {
                // Under its configured name, which stands in its certificate.
                guard let port = ((try? await bound.all()) ?? nil)?[.api]?.port else { return nil }
                return "https://\(ListenerAddress(host: host, port: port))"
            }, mostEvaluations: configuration.limits.largestBatch, metrics: metrics)
        callers = Callers(
            applications: applications, admission: Admission(revocations: revocations, now: now),
            metrics: metrics)
        apiTLS = try FacadeParts.tls(of: .api) {
            try .api(
                configuration.apiIdentity, trusting: configuration.applicationAuthorityFile)
        }
        webTLS = try FacadeParts.tls(of: .web) { try .web(configuration.webIdentity) }
        services = [
            try parts.listener(
                .api, at: configuration.api,
                routes: APIRoutes(
                    gateway: gateway, assess: assess, knowsOfficials: officials.tokens != nil
                ).all + log.api + overseen.all
                    + decisions.api + ReferenceRoutes(gateway: gateway).all + officials.api
                    + CardRoutes.all(of: cards, directory: officials.directory),
                tls: apiTLS, callers: callers),
            try parts.listener(
                .web, at: configuration.web,
                routes: open.web + log.web + decisions.web + officials.web, tls: webTLS),
            try parts.listener(
                .operations,
                at: ListenerAddress(host: "127.0.0.1", port: configuration.operationsPort),
                routes: open.operations),
        ]
        self.bound = bound
    }

    /// Waits until the three listeners listen, and tells where; `nil` when one of them could not
    /// listen, or has ended: its service says why.
    ///
    /// - Throws: when the task is cancelled before that.
    public func addresses() async throws(CancellationError) -> FacadeAddresses? {
        guard let known = try await bound.all(), let api = known[.api], let web = known[.web],
            let operations = known[.operations]
        else { return nil }
        return FacadeAddresses(api: api, web: web, operations: operations)
    }
}
