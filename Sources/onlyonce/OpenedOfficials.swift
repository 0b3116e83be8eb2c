import AccessRights
import ConsultLog
import Crypto
import HTTPFacade
import HTTPTransfers
import Logging
import Officials
import SQLiteStorage

/// The directory of officials, and how their tokens are looked at.
struct OpenedOfficials: Sendable {
    let directory: OfficialDirectory
    private let identifier: OfficialIdentifier?
    private let signIn: SignInDesk?

    /// Opens the directory in the data directory, with keys made of the secret of pseudonyms.
    ///
    /// - Throws: ``UsageError`` that says what to mend; nothing stays open then.
    init(
        in data: DataDirectory, _ configuration: Configuration, log: ConsultLog,
        engine: TransferEngine, time: SystemTime, metrics: PrometheusMetrics, logger: Logger
    ) async throws(UsageError) {
        directory = try await Self.directory(in: data, configuration.storage, log: log, time: time)
        guard let provider = configuration.identityProvider else {
            identifier = nil
            signIn = nil
            return
        }
        let source = HTTPSKeySetSource(
            engine: engine, url: provider.keySet,
            identity: TLSIdentity(certificate: nil, authoritiesPath: provider.authority),
            deadline: .seconds(2))
        let keys = KeySetCache(
            source, now: { time.now() },
            observer: KeySetOperations(logger: logger, metrics: metrics))
        identifier = OfficialIdentifier(
            TokenVerifier(provider.rules, keys: keys), directory: directory,
            mustBeKnown: provider.mustBeKnown, now: { time.now() })
        signIn = provider.signIn.map { [directory] settings in
            let endpoint = HTTPSTokenEndpoint(
                engine: engine, settings: settings,
                identity: TLSIdentity(
                    certificate: TLSIdentity.Certificate(
                        certificatePath: settings.certificate, keyPath: settings.privateKey),
                    authoritiesPath: provider.authority), deadline: .seconds(5))
            return SignInDesk(
                SignInRules(provider, settings), keys: keys, endpoint: endpoint,
                directory: directory, now: { time.now() })
        }
    }

    /// The directory alone.
    static func directory(
        in data: DataDirectory, _ settings: Configuration.Storage, log: ConsultLog,
        time: SystemTime
    ) async throws(UsageError) -> OfficialDirectory {
        let secret = try explained { () throws(KeyFileFailure) in
            try SecretFile.read(settings.pseudonymSecret)
        }
        let path = data.path(of: "officials.sqlite")
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteOfficialsStorage.open(at: path)
        }
        return OfficialDirectory(
            storage, key: DirectoryKey(secret: SymmetricKey(data: secret)), log: log,
            now: { time.now() })
    }

    /// What the facade needs of it.
    var faces: OfficialFaces {
        guard let identifier else { return OfficialFaces(directory: directory) }
        return OfficialFaces(
            tokens: { token, certificate throws(IdentificationFailure) in
                try await identifier.verdict(on: token, presentedBy: certificate)
            },
            scope: identifier.scope, directory: directory, signIn: signIn)
    }
}

extension SignInRules {
    init(_ provider: Configuration.IdentityProvider, _ settings: Configuration.SignIn) {
        self.init(
            issuer: provider.rules.issuer, client: settings.client,
            authorisation: settings.authorisation.text, redirect: settings.redirect.text,
            scope: settings.scope, algorithms: provider.rules.algorithms,
            officialClaim: provider.rules.officialClaim)
    }
}
