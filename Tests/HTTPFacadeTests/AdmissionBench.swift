import AccessRights
import DevelopmentCertificates
import Facts
import Foundation
import HTTPFacade
import Synchronization
import TestSupport
import Testing

/// A facade whose applications have certificates of an authority that OpenSSL keeps.
struct AdmissionBench: Sendable {
    let facade: FacadeBench
    let authority: OpenSSLAuthority
    let foreign: OpenSSLAuthority
    /// The lists in force; tests put others in their place.
    let lists: Lists

    final class Lists: Sendable {
        private let lists = Mutex<RevocationLists?>(nil)

        var current: RevocationLists? { lists.withLock { $0 } }

        /// Puts the file of an authority in force.
        func take(_ path: String, of authority: OpenSSLAuthority) throws {
            let new = try RevocationLists(
                parsing: bytes(path), authorities: bytes(authority.certificate), at: .present)
            lists.withLock { $0 = new }
        }
    }

    /// - Parameter isRegistered: whether `tax-department` is; by its names alone.
    static func run(
        isRegistered: @escaping @Sendable () -> Bool = { true },
        _ talk: @escaping @Sendable (AdmissionBench) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let authority = try await OpenSSLAuthority("Own", in: folder.path + "/own")
        let foreign = try await OpenSSLAuthority("Foreign", in: folder.path + "/foreign")
        let lists = Lists()
        let register = try register()
        let empty = try ApplicationRegister([])
        let configure: (inout FacadeConfiguration) -> Void = {
            $0.applicationAuthorityFile = authority.certificate
        }
        let applications: @Sendable (ApplicationRegister) -> ApplicationRegister = { _ in
            isRegistered() ? register : empty
        }
        let revocations: @Sendable () -> RevocationLists? = { lists.current }
        try await FacadeBench.run(
            configure: configure, applications: applications, revocations: revocations
        ) { bench in
            try await talk(
                AdmissionBench(
                    facade: bench, authority: authority, foreign: foreign, lists: lists))
        }
        withExtendedLifetime(folder) {}
    }

    private static func register() throws -> ApplicationRegister {
        try ApplicationRegister([
            RegisteredApplication(
                id: try ApplicationID(parsing: "tax-department"),
                organisation: try EnterpriseNumber(parsing: "1990000332"),
                organisationName: LocalizedText(nl: "Test", fr: "Test"), contact: "test@example",
                certificates: [
                    .names(
                        CertificateNames(
                            issuer: try DirectoryName(parsing: "CN=Own,O=Test,C=BE"),
                            subject: try DirectoryName(parsing: "CN=tax-department,O=Test,C=BE")))
                ], roles: [.consumer])
        ])
    }

    /// Asks for a fact.
    func ask(
        as identity: OpenSSLAuthority.Identity, _ arguments: [String] = []
    ) async throws -> Curl.Exchange {
        try await Curl.run(
            [
                "--cacert", facade.certificates.applicationAuthority, "--cert",
                identity.certificate, "--key", identity.privateKey, "-H",
                "Content-Type: application/json", "-d",
                #"{"plate":"1SYN900","purpose":"vehicle-tax","select":["vehicle.make"]}"#,
            ] + arguments + ["https://\(facade.addresses.api)/v1/vehicles/get"])
    }

    /// Opens a connection that stays open until the other end closes it. With TLS 1.2 the server is
    /// done with the handshake when the client is.
    func connect(as identity: OpenSSLAuthority.Identity) async throws -> Program {
        let program = try Program(
            [
                "openssl", "s_client", "-tls1_2", "-connect", "\(facade.addresses.api)", "-cert",
                identity.certificate, "-key", identity.privateKey,
            ], hasInput: true)
        try #require(await program.says("Verify return code"))
        return program
    }

    /// How many connections were turned away for a reason.
    func refused(_ reason: String) async throws -> Int? {
        let text = try await facade.read(operations: "/metrics").body
        let series = "onlyonce_connections_refused_total{reason=\"\(reason)\"} "
        return text.split(separator: "\n").first { $0.hasPrefix(series) }
            .flatMap { Int($0.dropFirst(series.count)) }
    }
}

private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
