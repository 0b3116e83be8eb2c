import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import DevelopmentCertificates
import Facts
import Foundation
import Gateway
import GatewayFakes
import HTTPFacade
import Logging
import ParkingCards
import RightsFakes
import ServiceLifecycle
import TestSupport
import Testing

/// A facade that listens, before a gateway over sources and a log in memory.
struct FacadeBench: Sendable {
    let facade: Facade
    let addresses: FacadeAddresses
    let certificates: DevelopmentPKI
    let sources: FakeSources
    let storage: InMemoryConsultLogStorage
    let log: FacadeLog
    let rights: RightsRegister
    let officials: OfficialBench
    let lines: LogLines
    /// Begins the graceful shutdown.
    let end: @Sendable () async -> Void

    /// Runs a facade while `talk` talks with it.
    @discardableResult
    static func run<Value: Sendable>(
        health: Health = Health([]),
        configure: (inout FacadeConfiguration) -> Void = { _ in },
        applications: @escaping @Sendable (ApplicationRegister) -> ApplicationRegister = { $0 },
        revocations: @escaping @Sendable () -> RevocationLists? = { nil },
        identifiesOfficials: Bool = false,
        _ talk: @escaping @Sendable (FacadeBench) async throws -> Value
    ) async throws -> Value {
        let folder = try TemporaryFolder()
        let certificates = try DevelopmentPKI.ensure(at: folder.path + "/certificates", now: Date())
        let storage = InMemoryConsultLogStorage()
        let sources = FakeSources()
        let lines = LogLines()
        let log = try await FacadeLog(storage)
        let rights = try await rights(log.bench.log)
        let officials = try OfficialBench(log.bench.log)
        let facade = try facade(
            certificates, gateway(log.bench, sources), lines, log: log.faces,
            rights: RightsFaces(
                register: rights, time: StandingTime(),
                identifiesOfficials: identifiesOfficials, directory: officials.directory),
            health: health,
            configure: configure, officials: officials.faces, applications: applications,
            revocations: revocations)
        let group = ServiceGroup(services: facade.services, logger: lines.logger())
        let value = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let bench = FacadeBench(
                facade: facade,
                addresses: try #require(try await facade.addresses()), certificates: certificates,
                sources: sources, storage: storage, log: log, rights: rights,
                officials: officials, lines: lines,
                end: { await group.triggerGracefulShutdown() })
            let value = try await talk(bench)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return value
        }
        withExtendedLifetime(folder) {}
        return value
    }

    /// A facade that does not run yet.
    static func facade(
        _ certificates: DevelopmentPKI, _ gateway: Gateway, _ lines: LogLines,
        log: LogFaces, rights: RightsFaces, health: Health = Health([]), operationsPort: Int = 0,
        configure: (inout FacadeConfiguration) -> Void = { _ in },
        officials: OfficialFaces = OfficialFaces(),
        applications: @escaping @Sendable (ApplicationRegister) -> ApplicationRegister = { $0 },
        revocations: @escaping @Sendable () -> RevocationLists? = { nil }
    ) throws -> Facade {
        let register = try register(certificates)
        var configuration = configuration(certificates, operationsPort)
        configure(&configuration)
        return try Facade(
            configuration: configuration, gateway: gateway,
            assess: { _, _ throws(AssessmentFailure) in throw .unknownMunicipality },
            cards: SilentCards.office,
            log: log, rights: rights, applications: { applications(register) },
            revocations: revocations,
            openAPI: try Repository.bytes("Contracts/openapi.yaml"),
            health: { health }, metrics: PrometheusMetrics(), officials: officials,
            now: { .present },
            logger: lines.logger())
    }

    private static func configuration(
        _ certificates: DevelopmentPKI, _ operationsPort: Int
    ) -> FacadeConfiguration {
        let identity = ServerIdentity(
            certificateFile: certificates.gatewayServer.certificate,
            privateKeyFile: certificates.gatewayServer.privateKey)
        let anywhere = ListenerAddress(host: "127.0.0.1", port: 0)
        return FacadeConfiguration(
            api: anywhere, apiIdentity: identity,
            applicationAuthorityFile: certificates.applicationAuthority, web: anywhere,
            webIdentity: identity, operationsPort: operationsPort)
    }

    /// The sample applications with the certificates of this run; the stranger is not among them.
    private static func register(_ certificates: DevelopmentPKI) throws -> ApplicationRegister {
        let organisations: [(ApplicationName, String)] = [
            (.parkingSchaerbeek, "1990000134"), (.housingAgency, "1990000233"),
            (.taxDepartment, "1990000332"), (.dpoConsole, "1990000431"),
        ]
        return try ApplicationRegister(
            organisations.map { name, organisation in
                let fingerprint = try DevelopmentCertificates.CertificateFingerprint(
                    ofPEMFile: certificates.application(name).certificate)
                return RegisteredApplication(
                    id: try ApplicationID(parsing: name.rawValue),
                    organisation: try EnterpriseNumber(parsing: organisation),
                    organisationName: LocalizedText(nl: "Test", fr: "Test"),
                    contact: "test@example",
                    certificates: [.fingerprint(try .init(parsing: fingerprint.hexadecimal))],
                    roles: Self.roles[name] ?? [.consumer])
            })
    }

    private static let roles: [ApplicationName: Set<ApplicationRole>] = [
        .dpoConsole: [.auditor, .dpo],
        // It stands for the commission and for the personnel system too.
        .housingAgency: [.consumer, .controlCommission, .provisioning],
    ]

    /// A register of rights in which nothing happened; its clock stands, so that it stays fresh.
    static func rights(_ log: ConsultLog) async throws -> RightsRegister {
        try await RightsRegister(
            storage: InMemoryRightsStorage(), log: log,
            key: RightsKey(secret: SymmetricKey(size: .bits256)), time: StandingTime(),
            uptime: { standing })
    }

    private static let standing = ContinuousClock.now

    /// The sample documents.
    static func documents() throws -> [Authorisation] {
        let names = [
            "gateway-population-check", "housing-agency", "housing-allocation",
            "parking-schaerbeek", "tax-department",
        ]
        return try names.map { name in
            try Authorisation(
                parsing: try Repository.bytes("Contracts/authorisations/\(name).yaml"))
        }
    }

    static func gateway(_ log: LogBench, _ sources: FakeSources) throws -> Gateway {
        let rights = try AccessRights(documents())
        return Gateway(
            rights: { rights }, log: log.log, sources: sources.sources, time: StandingTime(),
            pseudonyms: PseudonymKey(secret: SymmetricKey(size: .bits256)),
            ownContext: ConsultContext(
                caller: Caller(
                    organisation: try EnterpriseNumber(parsing: "1990000530"),
                    application: try ApplicationID(parsing: "onlyonce")),
                purpose: try PurposeID(parsing: "population-check")),
            repertory: Repertory(InMemoryReferenceStorage(), keys: log.keys),
            quotas: InMemoryQuotaStorage())
    }
}

extension Timestamp {
    /// Certificates are valid now, and not when the sources and the log of the bench stand still.
    static var present: Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
