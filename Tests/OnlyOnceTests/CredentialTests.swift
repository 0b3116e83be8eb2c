import DevelopmentCertificates
import Foundation
import Testing

@testable import onlyonce

struct CredentialTests {
    private let bench: InstallationBench

    init() throws { bench = try InstallationBench() }

    private var pki: DevelopmentPKI { bench.workplace.pki }

    /// The configuration with other files, read as an operator's is.
    private func complaint(_ files: [String: String]) throws -> String? {
        var environment: [String: String] = [
            "API_CERTIFICATE": pki.gatewayServer.certificate,
            "API_PRIVATEKEY": pki.gatewayServer.privateKey,
            "API_CLIENTAUTHORITY": pki.applicationAuthority,
            "WEB_CERTIFICATE": pki.gatewayServer.certificate,
            "WEB_PRIVATEKEY": pki.gatewayServer.privateKey,
            "SOURCES_CERTIFICATE": pki.gatewayClient.certificate,
            "SOURCES_PRIVATEKEY": pki.gatewayClient.privateKey,
            "SOURCES_AUTHORITY": pki.sourceAuthority,
        ]
        environment.merge(files) { $1 }
        let configuration = try Configuration(
            file: Sample.configuration,
            environment: Dictionary(
                uniqueKeysWithValues: environment.map { ("ONLYONCE_CONFIG_\($0)", $1) }))
        do throws(UsageError) {
            try configuration.checkCredentials()
            return nil
        } catch {
            return error.description
        }
    }

    @Test("good certificates and keys are no complaint")
    func good() throws { #expect(try complaint([:]) == nil) }

    @Test("every file that cannot be read or is none is named with its key, and not what is in it")
    func wrong() throws {
        let text = bench.workplace.folder + "/text.pem"
        try "-----BEGIN CERTIFICATE-----\nZzyzx\n-----END CERTIFICATE-----\n"
            .write(toFile: text, atomically: true, encoding: .utf8)
        let empty = bench.workplace.folder + "/empty.pem"
        try "".write(toFile: empty, atomically: true, encoding: .utf8)
        let complaint = try #require(
            try complaint([
                "API_CERTIFICATE": "/absent.pem", "API_CLIENTAUTHORITY": text,
                "WEB_CERTIFICATE": pki.gatewayServer.privateKey,
                "WEB_PRIVATEKEY": pki.gatewayServer.certificate,
                "SOURCES_CERTIFICATE": bench.workplace.folder, "SOURCES_PRIVATEKEY": text,
                "SOURCES_AUTHORITY": empty,
            ]))
        for line in [
            "api.certificate: /absent.pem cannot be read",
            "api.clientAuthority: \(text) holds no certificate in PEM",
            "web.certificate: \(pki.gatewayServer.privateKey) holds no certificate in PEM",
            "web.privateKey: \(pki.gatewayServer.certificate) holds no private key in PEM",
            "sources.certificate: \(bench.workplace.folder) cannot be read",
            "sources.privateKey: \(text) holds no private key in PEM",
            "sources.authority: \(empty) holds no certificate in PEM",
        ] {
            #expect(complaint.contains(line))
        }
        #expect(!complaint.contains("api.privateKey"))
        #expect(!complaint.contains("Zzyzx"))
    }

    @Test(
        "a key of another certificate is named",
        arguments: [
            "API_PRIVATEKEY": "api", "WEB_PRIVATEKEY": "web", "SOURCES_PRIVATEKEY": "sources",
        ])
    func otherKey(variable: String, section: String) throws {
        let complaint = try complaint([variable: pki.sourceServer.privateKey])
        #expect(
            complaint?.contains(
                "\(section).privateKey: \(pki.sourceServer.privateKey) is not the key of "
                    + "\(section).certificate") == true)
    }

    @Test("nothing is opened or made while a certificate is wrong")
    func first() async throws {
        try FileManager.default.removeItem(atPath: pki.gatewayClient.certificate)
        let failure = await #expect(throws: UsageError.self) { try await bench.install() }
        #expect(failure?.description.contains("sources.certificate: ") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.data) == [])
    }
}
