public import Facts
import Foundation
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
public import ServiceLifecycle

/// The simulated sources as servers: the Crossroads Bank and the vehicle register over mutual TLS,
/// and the control port over plain HTTP on the loopback interface.
///
/// The command line, the demo and the tests all run them in this form, so that adapters cannot
/// tell them from the real ones.
public struct SimulatedSources: Service {
    /// Where the sources are.
    public struct Addresses: Hashable, Sendable {
        /// The operation `retrieveTI` of the Crossroads Bank.
        public let ksz: String
        /// The vehicle register; `/registrations` stands below it.
        public let div: String
        public let control: String
    }

    /// What to listen on and whom to refuse.
    public struct Configuration: Sendable {
        public var tls: TLSFiles
        /// The interface for the two sources; the control port is always on `127.0.0.1`.
        public var host = "127.0.0.1"
        /// The name in the addresses, which the certificate must carry.
        public var serverName = "localhost"
        /// Zero lets the system choose.
        public var kszPort = 0
        public var divPort = 0
        public var controlPort = 0
        /// Legal contexts that the Crossroads Bank refuses with `MSG00013`.
        public var refusedLegalContexts: Set<String> = ["REFUSED"]
        /// Enterprise numbers that it refuses with `MSG00015`.
        public var refusedOrganisations: Set<String> = []

        public init(tls: TLSFiles) { self.tls = tls }
    }

    public let population: Population
    public let switches: FaultSwitches
    private let configuration: Configuration
    /// The servers.
    enum Door: Hashable, CaseIterable, Sendable {
        case ksz, div, control
    }

    private let ports = OpenPorts<Door>()
    private let services: [any Service]
    private let logger: Logger

    /// - Parameter now: the clock of the sources.
    /// - Throws: ``SimulationFailure/unusableCertificates``.
    public init(
        population: Population, configuration: Configuration,
        switches: FaultSwitches = FaultSwitches(),
        now: @escaping @Sendable () -> Timestamp = SimulatedSources.systemTime
    ) throws(SimulationFailure) {
        self.population = population
        self.switches = switches
        self.configuration = configuration
        var logger = Logger(label: "onlyonce.simulators")
        // What goes wrong is thrown; the server would also log every connection that it cuts.
        logger.logLevel = .critical
        self.logger = logger
        let tls = try configuration.tls.serverConfiguration()
        let ksz = KSZSimulator(
            population: population, refusedLegalContexts: configuration.refusedLegalContexts,
            refusedOrganisations: configuration.refusedOrganisations, now: now,
            newTicket: { UUID().uuidString.lowercased() })
        let div = DIVSimulator(population: population)
        let ports = ports
        let announce = { (door: Door) in
            { @Sendable (channel: any Channel) async in
                await ports.opened(door, at: channel.localAddress?.port ?? 0)
            }
        }
        do {
            let sources = [
                Application(
                    responder: KSZResponder(simulator: ksz, switches: switches),
                    server: try .tls(.http1(), tlsConfiguration: tls),
                    configuration: .init(
                        address: .hostname(configuration.host, port: configuration.kszPort)),
                    onServerRunning: announce(.ksz), logger: logger) as any Service,
                Application(
                    responder: DIVResponder(simulator: div, switches: switches),
                    server: try .tls(.http1(), tlsConfiguration: tls),
                    configuration: .init(
                        address: .hostname(configuration.host, port: configuration.divPort)),
                    onServerRunning: announce(.div), logger: logger),
                Application(
                    router: ControlPort(switches: switches).router(),
                    configuration: .init(
                        address: .hostname("127.0.0.1", port: configuration.controlPort)),
                    onServerRunning: announce(.control), logger: logger),
            ]
            let names = [
                ("the Crossroads Bank", configuration.kszPort),
                ("the vehicle register", configuration.divPort),
                ("the control server", configuration.controlPort),
            ]
            services = zip(names, sources).map { name, server in
                SimulatedServer(name: name.0, port: name.1, server: server)
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

    /// Where the sources listen, once all of them do.
    ///
    /// - Throws: ``SimulationFailure`` when one could not, or all have stopped.
    public func addresses() async throws(SimulationFailure) -> Addresses {
        let ports = try await ports.all()
        guard let ksz = ports[.ksz], let div = ports[.div], let control = ports[.control]
        else { throw .notListening }
        let name = configuration.serverName
        return Addresses(
            ksz: "https://\(name):\(ksz)\(KSZSimulator.path)",
            div: "https://\(name):\(div)\(DIVSimulator.path)",
            control: "http://127.0.0.1:\(control)")
    }

    /// Runs the sources for as long as `body` runs.
    public func whileRunning<Outcome: Sendable>(
        _ body: (Addresses) async throws -> Outcome
    ) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await run() }
            do {
                let outcome = try await body(try await addresses())
                await Self.stop(&group)
                return outcome
            } catch {
                await Self.stop(&group)
                throw error
            }
        }
    }

    /// Cancels the servers and waits for their end, however it comes.
    private static func stop(_ group: inout ThrowingTaskGroup<Void, any Error>) async {
        group.cancelAll()
        while !group.isEmpty { _ = try? await group.next() }
    }

    /// The clock of the machine.
    public static let systemTime: @Sendable () -> Timestamp = {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
