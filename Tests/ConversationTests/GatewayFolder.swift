import CanonicalJSON
import DevelopmentCertificates
import Foundation
import TestSupport
import Testing

/// A folder with the configuration, the secrets and the data of one gateway.
struct GatewayFolder: Sendable {
    let path: String
    var configuration: String { path + "/onlyonce.yaml" }
    var data: String { path + "/data" }

    /// Writes the configuration, and makes the secrets with the program itself.
    init(
        _ name: String, in folder: String, pki: DevelopmentPKI, sources: Simulators,
        deadlineMilliseconds: Int = 800
    ) async throws {
        path = folder + "/" + name
        try FileManager.default.createDirectory(
            atPath: path + "/data", withIntermediateDirectories: true)
        let listener = """
              host: localhost
              port: 0
              certificate: \(pki.gatewayServer.certificate)
              privateKey: \(pki.gatewayServer.privateKey)
            """
        let text = """
            api:
            \(listener)
              clientAuthority: \(pki.applicationAuthority)
            web:
            \(listener)
            operations:
              port: 0
            data: data
            keys:
              store: keys
              keyEncryptionKey: secrets/key-encryption.key
              pseudonymSecret: secrets/pseudonym.secret
            log:
              origin: log.example.org/consults
              key: secrets/log.key
            contracts: \(Place.contracts)
            authorisations: ../authorisations
            applications: ../applications.yaml
            regulations: \(Place.contracts)/regulations
            sampleRegulations: true
            own:
              organisation: "1990000530"
              application: onlyonce
              purpose: population-check
            sources:
              nationalRegister: \(sources.nationalRegister)
              vehicleRegister: \(sources.vehicleRegister)
              certificate: \(pki.gatewayClient.certificate)
              privateKey: \(pki.gatewayClient.privateKey)
              authority: \(pki.sourceAuthority)
              customer: "1990000530"
              deadlineMilliseconds: \(deadlineMilliseconds)

            """
        try text.write(toFile: configuration, atomically: true, encoding: .utf8)
        let made = try await run("keys", "create")
        try #require(made.end == .code(0), "\(made.errors)")
    }

    /// The verifier key of the log.
    func verifierKey() async throws -> String {
        let shown = try await run("log", "key", "create")
        return String(try #require(shown.output.split(separator: "\n").last))
    }

    /// Verifies every value of the log, and returns what was said of it.
    func verify(_ options: [String], of subject: String? = nil) async throws -> String {
        let verified = try await Program.run(
            [Place.program, "log", "verify", subject ?? data, "--closely"] + options)
        #expect(verified.end == .code(0), "\(verified.output)\(verified.errors)")
        return verified.output
    }

    /// Runs a command on this folder to its end.
    func run(
        _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> (end: Program.End, output: String, errors: String) {
        try await Program.run(
            [Place.program] + arguments + ["--config", configuration], environment: environment)
    }

    /// Starts the gateway and waits until it listens.
    ///
    /// - Parameter wrapper: a command line that runs the command behind it.
    func start(
        in wrapper: [String] = [], environment: [String: String] = [:]
    ) async throws -> RunningGateway {
        let program = try Program(
            wrapper + [Place.program, "serve", "--config", configuration], environment: environment)
        return try await RunningGateway(program)
    }

    /// Everything in the log about consults and about the log itself, in its order; what became of
    /// the authorisations stands between.
    func entries() async throws -> [JSONValue] {
        try await allEntries().filter { $0["kind"]?.string != "rightChanged" }
    }

    /// Everything in the log, in its order.
    func allEntries() async throws -> [JSONValue] {
        let listing = try await run("log", "list", "--json", "--limit", "10000")
        try #require(listing.end == .code(0), "\(listing.errors)")
        return try listing.output.split(separator: "\n").map {
            try #require(try JSONValue(parsing: $0.utf8)["entry"])
        }
    }

    /// The entries of one consult.
    func entries(of consult: String?) async throws -> [JSONValue] {
        let consult = try #require(consult)
        return try await entries().filter { $0["consult"]?.string == consult }
    }
}
