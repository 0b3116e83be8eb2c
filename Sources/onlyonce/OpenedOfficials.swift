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
    let desk: OfficialsDesk
    private let verifier: TokenVerifier?
    private let mustBeKnown: Bool?
    private let signIn: SignInDesk?
    /// The connections over which sign-ins are ended: apart from all others, so that whoever begins
    /// many of them keeps nobody from the keys of the provider or from the sources.
    private let signInEngine: TransferEngine?
    private let time: SystemTime

    /// Opens the directory in the data directory, with keys made of the secret of pseudonyms.
    ///
    /// - Parameter entries: tells whether the log knows officials, for a directory that begins.
    /// - Throws: ``UsageError`` that says what to mend; nothing stays open then.
    init(
        in data: DataDirectory, _ configuration: Configuration, log: ConsultLog,
        readBy entries: LogReader, engine: TransferEngine, time: SystemTime,
        metrics: PrometheusMetrics, logger: Logger
    ) async throws(UsageError) {
        self.time = time
        let directory = try await Self.directory(
            in: data, configuration.storage, log: log, readBy: entries, time: time)
        self.directory = directory
        desk = OfficialsDesk(directory, roles: configuration.commandLine)
        if directory.isLost {
            logger.error(
                "the directory of officials is lost, so nobody in it counts as an official",
                metadata: ["path": "\(data.path(of: Self.fileName))"])
        }
        guard let provider = configuration.identityProvider else {
            (verifier, mustBeKnown, signIn, signInEngine) = (nil, nil, nil, nil)
            return
        }
        let source = HTTPSKeySetSource(
            engine: engine, url: provider.keySet,
            identity: TLSIdentity(certificate: nil, authoritiesPath: provider.authority),
            deadline: .seconds(2))
        let keys = KeySetCache(
            source, now: { time.now() },
            observer: KeySetOperations(logger: logger, metrics: metrics))
        verifier = TokenVerifier(provider.rules, keys: keys)
        mustBeKnown = provider.mustBeKnown
        guard let settings = provider.signIn else {
            (signIn, signInEngine) = (nil, nil)
            return
        }
        let own: TransferEngine
        do throws(UsageError) {
            own = try explained { () throws(TransferStartFailure) in
                try TransferEngine(
                    TransferConfiguration(connectionsPerHost: 8, idleConnections: 8))
            }
        } catch {
            await directory.close()
            throw error
        }
        signInEngine = own
        let endpoint = HTTPSTokenEndpoint(
            engine: own, settings: settings,
            identity: TLSIdentity(
                certificate: TLSIdentity.Certificate(
                    certificatePath: settings.certificate, keyPath: settings.privateKey),
                authoritiesPath: provider.authority), deadline: .seconds(5))
        signIn = SignInDesk(
            SignInRules(provider, settings), keys: keys, endpoint: endpoint,
            directory: directory, now: { time.now() })
    }

    private static let fileName = "officials.sqlite"

    /// The directory alone, compared with the secret and the log.
    ///
    /// - Throws: ``UsageError``; nothing stays open then.
    static func directory(
        in data: DataDirectory, _ settings: Configuration.Storage, log: ConsultLog,
        readBy entries: LogReader, time: SystemTime
    ) async throws(UsageError) -> OfficialDirectory {
        let secret = try explained { () throws(KeyFileFailure) in
            try SecretFile.read(settings.pseudonymSecret)
        }
        let path = data.path(of: fileName)
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteOfficialsStorage.open(at: path)
        }
        let directory = OfficialDirectory(
            storage, key: DirectoryKey(secret: SymmetricKey(data: secret)), log: log,
            now: { time.now() })
        do throws(OfficialsFailure) {
            try await directory.begin { () async throws(OfficialsFailure) in
                try await knowsOfficials(entries)
            }
        } catch {
            await directory.close()
            throw UsageError("\(path): \(error)")
        }
        return directory
    }

    /// Whether a change of an official stands in the log. Asked once in the life of a directory.
    private static func knowsOfficials(
        _ entries: LogReader
    ) async throws(OfficialsFailure) -> Bool {
        var last: LogPosition?
        while true {
            let page: [LogRow]
            do throws(ReadFailure) {
                page = try await entries.rows(after: last, limit: 1000)
            } catch {
                throw .unreadable
            }
            for case .entry(let listed) in page {
                if case .officialChanged = listed.entry.body { return true }
            }
            guard let end = page.last?.position else { return false }
            last = end
        }
    }

    /// What the facade needs of it.
    ///
    /// - Parameter applications: the register as it stands now: with an application that keeps the
    ///   directory, whoever is not in it is nobody, from the beginning.
    func faces(
        _ applications: @escaping @Sendable () -> ApplicationRegister
    ) -> OfficialFaces {
        guard let verifier else { return OfficialFaces(directory: directory) }
        let time = time
        let identifier = OfficialIdentifier(
            verifier, directory: directory, mustBeKnown: mustBeKnown,
            isKept: {
                applications().applications.contains { $0.roles.contains(.provisioning) }
            }, now: { time.now() })
        return OfficialFaces(
            tokens: { token, certificate throws(IdentificationFailure) in
                try await identifier.verdict(on: token, presentedBy: certificate)
            },
            scope: verifier.scope, directory: directory, signIn: signIn)
    }

    /// Ends all use.
    func close() async {
        await signInEngine?.shutdown()
        await directory.close()
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
