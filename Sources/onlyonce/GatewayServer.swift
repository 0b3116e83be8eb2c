import AccessRights
import ConsultLog
import Facts
import Gateway
import HTTPFacade
import LogProofs
import LogSearch
import Logging
import ParkingCards
import SQLiteStorage
import ServiceLifecycle
import UnixSignals

/// A gateway that listens.
struct GatewayServer {
    private let installation: Installation
    private let facade: Facade
    private let control: ControlSocket
    private let cards: CardHousekeeping
    private let follower: FileFollower
    private let logger: Logger

    /// - Throws: ``UsageError`` when a document or a certificate cannot be used.
    init(
        _ installation: Installation, _ configuration: Configuration, logger: Logger
    ) throws(UsageError) {
        self.installation = installation
        self.logger = logger
        let openAPI = try LoadedDocuments.contents(
            of: configuration.documents.contracts + "/openapi.yaml")
        let callers = try LiveCallers(installation.documents.applications, configuration)
        let time = installation.time
        let regulations = try LoadedRegulations(configuration.documents.regulations)
        let desk = installation.assessmentDesk(configuration, regulations)
        let office = try installation.cardOffice(configuration, desk, regulations)
        cards = CardHousekeeping(office: office, logger: logger)
        let follower = LiveValue<FileFollower?>(nil)
        let health: @Sendable () async -> Health = {
            let troubles = follower.current?.troubles ?? []
            return Health(await installation.health.troubles + troubles)
        }
        let facade = try explained { () throws(FacadeFailure) in
            try Facade(
                configuration: FacadeConfiguration(configuration), gateway: installation.gateway,
                assess: { application, context throws(AssessmentFailure) in
                    try await desk.assess(application, in: context)
                },
                cards: office, log: LogFaces(installation),
                rights: RightsFaces(
                    register: installation.rights.register, time: time,
                    identifiesOfficials: configuration.identityProvider != nil,
                    directory: installation.officials.directory),
                applications: { callers.applications.current },
                revocations: { callers.revocations.current }, openAPI: openAPI, health: health,
                metrics: installation.metrics,
                officials: installation.officials.faces { callers.applications.current },
                now: { time.now() }, logger: logger)
        }
        self.facade = facade
        self.follower = Self.following(callers, facade, installation, configuration, logger)
        follower.replace(by: self.follower)
        do {
            control = try ControlSocket(
                path: installation.directory.path(of: Self.socketName),
                routes: ControlRoutes(installation).all
                    + CheckUpDesk(health: health, facade: facade).routes
                    + RenewalDesk(
                        office, regulations: regulations.byMunicipality,
                        applications: installation.documents.applications
                    ).routes,
                logger: logger)
        } catch let failure as FacadeFailure {
            throw UsageError(failure.description)
        } catch {
            throw UsageError("the control socket cannot be made in \(installation.directory.path)")
        }
    }

    /// Follows the files that say who may call and who answers, and the time, by which
    /// certificates expire.
    private static func following(
        _ callers: LiveCallers, _ facade: Facade, _ installation: Installation,
        _ configuration: Configuration, _ logger: Logger
    ) -> FileFollower {
        let monitor = CertificateMonitor(configuration, callers, metrics: installation.metrics)
        let time = installation.time
        return FileFollower(
            callers.files(of: facade), metrics: installation.metrics, logger: logger
        ) { look in
            // Once a second who is connected, every ten seconds what is shown.
            if look.isMultiple(of: 4) { facade.reviewConnections() }
            if look.isMultiple(of: 40) {
                monitor.measure(
                    facade.certificateLifetimes, unseen: facade.unseenCertificates.count,
                    at: time.now())
            }
        }
    }

    /// The name of the control socket in the data directory.
    static let socketName = "control.sock"

    /// Serves until somebody ends it, and then makes everything durable.
    ///
    /// - Parameters:
    ///   - passing: whether to end as soon as `onceListening` has returned.
    ///   - onceListening: called when every listener listens.
    func run<Value: Sendable>(
        until passing: Bool = false,
        _ onceListening: @escaping @Sendable (FacadeAddresses) async throws -> Value
    ) async throws -> Value {
        let group = ServiceGroup(
            services: [
                installation.tree, installation.cosigning,
                IntentClosing(log: installation.log, logger: logger),
                IndexingService(indexer: installation.search.indexer, logger: logger),
                RightsWatch(register: installation.rights.register, logger: logger),
                installation.referencesWatch,
                OfficialsWatch(directory: installation.officials.directory, logger: logger),
            ] + facade.services + [control, follower, cards],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        let result: Result<Value, any Error>
        do {
            result = .success(try await serve(group, until: passing, onceListening))
        } catch {
            result = .failure(error)
        }
        await installation.close()
        return try result.get()
    }

    /// What came to its end: the listeners, or what was to be done once they listen.
    private enum Ended<Value: Sendable>: Sendable {
        case serving
        /// A listener ended before all of them listened; serving says why.
        case notListening
        case listening(Value)
    }

    /// Serves and does what is to be done once everything listens; the first that fails ends both.
    private func serve<Value: Sendable>(
        _ group: ServiceGroup, until passing: Bool,
        _ onceListening: @escaping @Sendable (FacadeAddresses) async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Ended<Value>.self) { tasks in
            tasks.addTask {
                do throws(any Error) {
                    try await group.run()
                } catch let failure as FacadeFailure {
                    throw UsageError(failure.description)
                }
                return .serving
            }
            tasks.addTask {
                guard let addresses = try await facade.addresses() else { return .notListening }
                let value = try await onceListening(addresses)
                if passing { await group.triggerGracefulShutdown() }
                return .listening(value)
            }
            var done: Value?
            while let ended = try await tasks.next() {
                switch ended {
                case .listening(let value): done = value
                case .notListening: break
                // Nobody will listen any more, so nobody needs to wait for it.
                case .serving: tasks.cancelAll()
                }
            }
            guard let done else { throw CancellationError() }
            return done
        }
    }
}

extension LogFaces {
    fileprivate init(_ installation: Installation) {
        let receipts = installation.receipts
        let search = installation.search.search
        let time = installation.time
        let reading = ReadingDesk(installation.log, now: { time.now() })
        self.init(
            receipts: { consult, asker throws(ReceiptMakingFailure) in
                try await receipts.receipt(of: consult, toItsAsker: asker)
            },
            search: { request, auditor throws(SearchFailure) in
                try await search.page(request, for: auditor)
            },
            published: installation.tree.served(isPublic: true),
            audited: installation.tree.served(isPublic: false),
            reading: { reader throws(LogFailure) in try await reading.record(reader) })
    }
}

extension FacadeConfiguration {
    fileprivate init(_ configuration: Configuration) {
        self.init(
            api: ListenerAddress(configuration.api), apiIdentity: ServerIdentity(configuration.api),
            applicationAuthorityFile: configuration.clientAuthority,
            web: ListenerAddress(configuration.web), webIdentity: ServerIdentity(configuration.web),
            operationsPort: configuration.operationsPort)
        limits = configuration.limits
    }
}

extension ListenerAddress {
    fileprivate init(_ listener: Configuration.Listener) {
        self.init(host: listener.host, port: listener.port)
    }
}

extension ServerIdentity {
    fileprivate init(_ listener: Configuration.Listener) {
        self.init(
            certificateFile: listener.certificate, privateKeyFile: listener.privateKey)
    }
}
