import ArgumentParser
import DevelopmentCertificates
import Foundation
import Logging
import ServiceLifecycle
import SourceSimulators
import UnixSignals

/// Runs the simulated sources alone, for tests and benchmarks from another process.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Run the simulated sources.",
        discussion: """
            The Crossroads Bank and the vehicle register answer over mutual TLS, from one \
            synthetic population; nobody in it exists. Faults are switched on the control port: \
            PUT /faults/ksz or /faults/div with {"kind": "down"}, DELETE to end, GET /faults and \
            GET /requests to look. An identity provider answers beside them: it signs in whomever \
            login_hint names, and binds tokens to the client's certificate.
            """)

    @Option(help: "The folder of the development certificates; made when it is not there.")
    var certificates = "Certificates/dev"

    @Option(help: "How many people the population has.")
    var people = 2000

    @Option(help: "The seed of the population: the same seed makes the same people.")
    var seed = Population.demoSeed

    @Option(help: "The port of the Crossroads Bank; 0 takes a free one.")
    var kszPort = 0

    @Option(help: "The port of the vehicle register; 0 takes a free one.")
    var divPort = 0

    @Option(help: "The control port; 0 takes a free one.")
    var controlPort = 0

    @Option(help: "The port of the identity provider; 0 takes a free one.")
    var identityPort = 0

    @Option(help: "The port of its token endpoint, over mutual TLS; 0 takes a free one.")
    var tokenPort = 0

    func validate() throws {
        guard (100...1_000_000).contains(people) else {
            throw ValidationError("--people must be from 100 to 1000000")
        }
    }

    func run() async throws {
        let pki = try explained { () throws(DevelopmentCertificateFailure) in
            try DevelopmentPKI.ensure(at: certificates, now: Date())
        }
        var configuration = SimulatedSources.Configuration(tls: TLSFiles(simulatedBy: pki))
        configuration.kszPort = kszPort
        configuration.divPort = divPort
        configuration.controlPort = controlPort
        let sources = try SimulatedSources(
            population: Population(seed: seed, size: people), configuration: configuration)
        var identifying = SimulatedIdentityProvider.Configuration(identifyingFor: pki)
        identifying.port = identityPort
        identifying.tokenPort = tokenPort
        let identity = try SimulatedIdentityProvider(identifying)
        let group = ServiceGroup(
            services: [sources, identity], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "onlyonce.simulate"))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let addresses = try await explainedLater { () async throws(SimulationFailure) in
                try await sources.addresses()
            }
            let identifying = try await explainedLater { () async throws(SimulationFailure) in
                try await identity.addresses()
            }
            Announcement.write(
                """
                Crossroads Bank   \(addresses.ksz)
                Vehicle register  \(addresses.div)
                Control port      \(addresses.control)
                Identity keys     \(identifying.keySet)
                Identity tokens   \(identifying.token)
                """)
            try await tasks.next()
        }
    }
}

extension TLSFiles {
    /// The files of the simulated sources.
    init(simulatedBy pki: DevelopmentPKI) {
        self.init(
            certificateChain: pki.sourceServer.certificate, privateKey: pki.sourceServer.privateKey,
            callerAuthorities: pki.sourceAuthority)
    }
}
