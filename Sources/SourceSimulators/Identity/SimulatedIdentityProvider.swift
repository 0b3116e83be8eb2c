public import Facts
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
public import ServiceLifecycle

/// A small identity provider over real TLS: OpenID Connect discovery, a key set, the authorisation
/// code flow with PKCE, and tokens that are bound to the client's certificate.
///
/// Everybody whom it knows signs in without a word, so it is for demos and tests alone.
public struct SimulatedIdentityProvider: Service {
    /// Where its endpoints are.
    public struct Addresses: Hashable, Sendable {
        public let issuer: String
        public let keySet: String
        public let authorisation: String
        public let userInfo: String
        /// For clients with a certificate.
        public let token: String
    }

    /// What to listen on, and for whom.
    public struct Configuration: Sendable {
        public var certificateChain: String
        public var privateKey: String
        /// The authorities that issue the clients' certificates.
        public var clientAuthorities: [String]
        /// What access tokens say that they are for.
        public var audience = "https://onlyonce.example"
        /// What tokens say who made them.
        public var issuer = "https://identity.example"
        public var officials = SimulatedOfficial.samples
        /// Zero lets the system choose.
        public var port = 0
        public var tokenPort = 0

        public init(certificateChain: String, privateKey: String, clientAuthorities: [String]) {
            self.certificateChain = certificateChain
            self.privateKey = privateKey
            self.clientAuthorities = clientAuthorities
        }
    }

    enum Door: Hashable, CaseIterable, Sendable {
        case open, clients
    }

    public let switches: IdentitySwitches
    private let issuer: String
    private let ports = OpenPorts<Door>()
    private let services: [any Service]
    private let logger: Logger

    /// - Parameter now: the clock of the provider.
    /// - Throws: ``SimulationFailure/unusableCertificates``.
    public init(
        _ configuration: Configuration, switches: IdentitySwitches = IdentitySwitches(),
        now: @escaping @Sendable () -> Timestamp = SimulatedSources.systemTime
    ) throws(SimulationFailure) {
        self.switches = switches
        issuer = configuration.issuer
        var logger = Logger(label: "onlyonce.simulators")
        logger.logLevel = .critical
        self.logger = logger
        let tokens = IdentityTokens(
            issuer: configuration.issuer, audience: configuration.audience, switches: switches,
            now: now)
        let ports = ports
        let issuer = issuer
        func responder(isMutual: Bool) -> IdentityResponder {
            IdentityResponder(
                tokens: tokens, switches: switches, officials: configuration.officials,
                addresses: { try await Self.addresses(ports, issuer: issuer) },
                isMutual: isMutual)
        }
        do {
            let doors = [
                (Door.open, configuration.port, false), (.clients, configuration.tokenPort, true),
            ]
            services = try doors.map { door, port, isMutual in
                SimulatedServer(
                    name: "the identity provider", port: port,
                    server: Application(
                        responder: responder(isMutual: isMutual),
                        server: try .tls(
                            .http1(),
                            tlsConfiguration: try configuration.tls(isMutual: isMutual)),
                        configuration: .init(address: .hostname("127.0.0.1", port: port)),
                        onServerRunning: { channel in
                            await ports.opened(door, at: channel.localAddress?.port ?? 0)
                        }, logger: logger))
            }
        } catch {
            throw .unusableCertificates
        }
    }

    /// Serves until the task is cancelled or a graceful shutdown begins.
    public func run() async throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: services, logger: logger))
        do {
            try await group.run()
        } catch {
            await ports.close(because: error as? SimulationFailure ?? .notListening)
            throw error
        }
        await ports.close()
    }

    /// Where it listens, once it does.
    ///
    /// - Throws: ``SimulationFailure`` when it could not, or has stopped.
    public func addresses() async throws(SimulationFailure) -> Addresses {
        try await Self.addresses(ports, issuer: issuer)
    }

    private static func addresses(
        _ ports: OpenPorts<Door>, issuer: String
    ) async throws(SimulationFailure) -> Addresses {
        let known = try await ports.all()
        guard let open = known[.open], let clients = known[.clients] else { throw .notListening }
        let base = "https://localhost:\(open)"
        return Addresses(
            issuer: issuer, keySet: base + "/jwks", authorisation: base + "/authorize",
            userInfo: base + "/userinfo", token: "https://localhost:\(clients)/token")
    }

    /// Runs it for as long as `body` runs.
    public func whileRunning<Outcome: Sendable>(
        _ body: (Addresses) async throws -> Outcome
    ) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await run() }
            let outcome: Result<Outcome, any Error>
            do {
                outcome = .success(try await body(try await addresses()))
            } catch {
                outcome = .failure(error)
            }
            group.cancelAll()
            while !group.isEmpty { _ = try? await group.next() }
            return try outcome.get()
        }
    }
}

extension SimulatedIdentityProvider.Configuration {
    /// TLS 1.2 or later; at the door of clients with a certificate that every one must have.
    fileprivate func tls(isMutual: Bool) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificateChain)
                .map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: privateKey, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        tls.shutdownTimeout = .milliseconds(500)
        guard isMutual else { return tls }
        tls.trustRoots = .certificates(
            try clientAuthorities.flatMap { try NIOSSLCertificate.fromPEMFile($0) })
        // Off by default: without this line a client needs no certificate.
        tls.certificateVerification = .noHostnameVerification
        return tls
    }
}
