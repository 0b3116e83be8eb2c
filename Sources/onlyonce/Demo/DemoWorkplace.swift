import AccessRights
import DevelopmentCertificates
import Facts
import Foundation
import Officials
import SQLiteStorage
import SourceSimulators
import TransparencyLogs

/// The folders and files with which the demo runs a gateway: certificates, secrets, the register
/// of applications with their fingerprints.
struct DemoWorkplace {
    let pki: DevelopmentPKI
    let folder: String
    /// The project's `Contracts`.
    let contracts: String

    /// Prepares a folder; what is there from an earlier run is kept.
    init(folder: String, certificates: String, contracts: String) throws(UsageError) {
        self.folder = folder
        self.contracts = contracts
        guard FileManager.default.fileExists(atPath: contracts + "/authorisations") else {
            throw UsageError(
                "there are no contracts in \(contracts): run the demo in the folder of the project, or name them with --contracts"
            )
        }
        pki = try explained { () throws(DevelopmentCertificateFailure) in
            try DevelopmentPKI.ensure(at: certificates, now: Date())
        }
        do {
            for name in ["", "/data", "/keys"] {
                try FileManager.default.createDirectory(
                    atPath: folder + name, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            }
            try register().write(toFile: applications, atomically: true, encoding: .utf8)
        } catch {
            throw UsageError("the folder \(folder) cannot be written")
        }
        for secret in [keyEncryptionKey, pseudonymSecret, logKey]
        where !FileManager.default.fileExists(atPath: secret) {
            try explained { () throws(KeyFileFailure) in _ = try SecretFile.create(at: secret) }
        }
    }

    private var applications: String { folder + "/applications.yaml" }
    private var keyEncryptionKey: String { folder + "/key-encryption.key" }
    private var logKey: String { folder + "/log.key" }
    private var pseudonymSecret: String { folder + "/pseudonym.secret" }

    /// The configuration of the demo's gateway.
    func configuration(
        port: Int, nationalRegister: String, vehicleRegister: String,
        identity: SimulatedIdentityProvider.Addresses? = nil
    ) throws(UsageError) -> Configuration {
        let server = pki.gatewayServer
        func listener(_ port: Int) -> Configuration.Listener {
            Configuration.Listener(
                host: "localhost", port: port, certificate: server.certificate,
                privateKey: server.privateKey)
        }
        return Configuration(
            api: listener(port), clientAuthority: pki.applicationAuthority,
            web: listener(port == 0 ? 0 : port + 1), operationsPort: port == 0 ? 0 : port + 2,
            storage: Configuration.Storage(
                data: folder + "/data", keyStore: folder + "/keys",
                keyEncryptionKey: .file(keyEncryptionKey), pseudonymSecret: pseudonymSecret),
            log: try .ofDemo(key: logKey),
            documents: Configuration.Documents(
                contracts: contracts, authorisations: contracts + "/authorisations",
                applications: applications, regulations: contracts + "/regulations",
                decidesOnSamples: true),
            own: try Configuration.Own.ofSamples,
            sources: Configuration.SourceSettings(
                nationalRegister: try .ofSimulator(nationalRegister),
                vehicleRegister: try .ofSimulator(vehicleRegister),
                certificate: pki.gatewayClient.certificate,
                privateKey: pki.gatewayClient.privateKey, authority: pki.sourceAuthority,
                customer: try Configuration.Own.ofSamples.organisation, officialSchemas: nil,
                deadline: .seconds(2)),
            identityProvider: try identity.map { addresses throws(UsageError) in
                try provider(addresses)
            })
    }

    /// The audience of the tokens of the demo.
    static let audience = "https://onlyonce.example"

    private func provider(
        _ addresses: SimulatedIdentityProvider.Addresses
    ) throws(UsageError) -> Configuration.IdentityProvider {
        Configuration.IdentityProvider(
            rules: TokenRules(
                issuer: addresses.issuer, audience: Self.audience, algorithms: [.es256],
                scope: "onlyonce", officialClaim: "sub"),
            keySet: try .ofSimulator(addresses.keySet), authority: pki.sourceAuthority,
            mustBeKnown: false)
    }

    /// The register of the sample applications, with the fingerprints of their certificates.
    private func register() throws -> String {
        let path = contracts + "/applications/applications.yaml"
        let samples = try ApplicationRegister(
            parsing: Array(FileManager.default.contents(atPath: path) ?? Data()))
        var text =
            "# Made by the demo: the sample applications with their development certificates.\n"
        text += "applications:\n"
        for application in samples.applications {
            guard let name = ApplicationName(rawValue: application.id.text) else { continue }
            let fingerprint = try DevelopmentCertificates.CertificateFingerprint(
                ofPEMFile: pki.application(name).certificate)
            text += application.document(certificate: fingerprint.hexadecimal)
        }
        return text
    }
}

extension Configuration.Log {
    fileprivate static func ofDemo(key: String) throws(UsageError) -> Configuration.Log {
        guard let origin = KeyName("onlyonce.example/demo") else {
            throw UsageError("the name of the demo's log is not well formed")
        }
        return Configuration.Log(
            origin: origin, key: key, passphrase: nil, publicInterval: .seconds(3600))
    }
}

extension Configuration.Own {
    /// The name of the sample authorisation under which populations are checked.
    fileprivate static var ofSamples: Configuration.Own {
        get throws(UsageError) {
            guard let organisation = try? EnterpriseNumber(parsing: "1990000530"),
                let application = try? ApplicationID(parsing: "onlyonce"),
                let purpose = try? PurposeID(parsing: "population-check")
            else { throw UsageError("the sample names are not well formed") }
            return Configuration.Own(
                organisation: organisation, application: application, purpose: purpose)
        }
    }
}

extension SourceURL {
    fileprivate static func ofSimulator(_ text: String) throws(UsageError) -> SourceURL {
        do throws(InvalidSourceURL) {
            return try SourceURL(parsing: text)
        } catch {
            throw UsageError("the address of a simulated source must be \(error.expected)")
        }
    }
}

extension RegisteredApplication {
    /// The application as a document, with another certificate.
    fileprivate func document(certificate: String) -> String {
        """
          - id: \(id)
            organisation: "\(organisation.digits)"
            organisationName: {nl: "\(organisationName.nl)", fr: "\(organisationName.fr)"}
            contact: "\(contact)"
            certificates: ["\(certificate)"]
            roles: [\(roles.map(\.rawValue).sorted().joined(separator: ", "))]

        """
    }
}
