import CanonicalJSON
import DevelopmentCertificates
import Foundation
import TestSupport
import Testing

/// A gateway of one test alone, whose applications have certificates of an authority that OpenSSL
/// keeps, and whose files the test replaces.
struct FollowingBench: Sendable {
    let authority: OpenSSLAuthority
    let applications: String
    let list: String
    let gateway: RunningGateway
    let home: GatewayFolder
    let environment: [String: String]
    private let own: OpenSSLAuthority.Identity

    init(_ name: String, _ workplace: Workplace) async throws {
        home = try await workplace.anotherFolder("following-" + name)
        authority = try await OpenSSLAuthority("Own", in: home.path + "/authority")
        applications = home.path + "/applications.yaml"
        list = try await authority.writeList()
        own = OpenSSLAuthority.Identity(
            certificate: home.path + "/own.pem", privateKey: home.path + "/own-key.pem")
        environment = [
            "ONLYONCE_CONFIG_API_CLIENTAUTHORITY": authority.certificate,
            "ONLYONCE_CONFIG_API_REVOCATIONS": list,
            "ONLYONCE_CONFIG_API_CERTIFICATE": own.certificate,
            "ONLYONCE_CONFIG_API_PRIVATEKEY": own.privateKey,
            "ONLYONCE_CONFIG_APPLICATIONS": applications,
        ]
        try Self.copy(workplace.pki.gatewayServer.certificate, to: own.certificate)
        try Self.copy(workplace.pki.gatewayServer.privateKey, to: own.privateKey)
        try Self.register(["tax-department", "housing-agency"], in: applications)
        gateway = try await home.start(environment: environment)
    }

    func close() async { #expect(await gateway.stop() == .code(0)) }

    /// Writes the register anew, each application by its names.
    func register(_ names: [String]) throws { try Self.register(names, in: applications) }

    /// Replaces the gateway's certificate and key.
    func install(_ identity: OpenSSLAuthority.Identity) throws {
        try Self.copy(identity.certificate, to: own.certificate)
        try Self.copy(identity.privateKey, to: own.privateKey)
    }

    /// Opens a connection that stays open until the gateway closes it; with TLS 1.2 both ends are
    /// done with the handshake at once.
    func connect(as identity: OpenSSLAuthority.Identity) async throws -> Program {
        let program = try Program(
            [
                "openssl", "s_client", "-tls1_2", "-connect", gateway.api, "-cert",
                identity.certificate, "-key", identity.privateKey,
            ], hasInput: true)
        try #require(await program.says("Verify return code"))
        return program
    }

    /// What comes back on a question about a vehicle.
    enum Answer { case nothing, toStranger, toApplication }

    func answer(to identity: OpenSSLAuthority.Identity) async throws -> Answer {
        let answer = try await Program.run([
            "curl", "--silent", "--insecure", "--noproxy", "*", "--cert", identity.certificate,
            "--key", identity.privateKey, "--json",
            #"{"plate":"1SYN900","purpose":"vehicle-tax","select":["vehicle.make"]}"#,
            "https://\(gateway.api)/v1/vehicles/get",
        ])
        guard answer.end == .code(0) else { return .nothing }
        // Whatever a registered application asks is recorded.
        return answer.output.contains("\"consultId\"") ? .toApplication : .toStranger
    }

    func health() async throws -> String? {
        try await gateway.health().body["status"]?.string
    }

    /// Asks until the gateway is in this state; the suite's time limit ends it.
    func until(_ state: String) async throws {
        while try await health() != state {}
    }

    /// The serial number of the certificate that the api listener shows.
    func shown() async throws -> String {
        try await Program.run([
            "sh", "-c",
            "openssl s_client -connect \(gateway.api) </dev/null 2>/dev/null"
                + " | openssl x509 -noout -serial",
        ]).output
    }

    private static func register(_ names: [String], in path: String) throws {
        let organisations = ["tax-department": "1990000332", "housing-agency": "1990000233"]
        let entries = names.map { name in
            """
              - id: \(name)
                organisation: "\(organisations[name] ?? "")"
                organisationName: {nl: Voorbeeld, fr: Exemple}
                contact: it@organisation.example
                certificateNames:
                  - {issuer: "CN=Own,O=Test,C=BE", subject: "CN=\(name),O=Test,C=BE"}
                roles: [consumer]

            """
        }
        try ("applications:\n" + entries.joined())
            .write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// As an operator does it: beside the old one, and then in its place.
    private static func copy(_ from: String, to path: String) throws {
        try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
