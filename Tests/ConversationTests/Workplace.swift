import DevelopmentCertificates
import Facts
import Foundation
import HTTPTransfers
import SourceSimulators
import TestSupport
import Testing

/// What the conversations share: certificates, simulated sources and one gateway, each as an
/// operator would start it.
struct Workplace: Sendable {
    @TaskLocal static var current: Workplace?

    static let people = 200

    let folder: String
    let pki: DevelopmentPKI
    let sources: Simulators
    let home: GatewayFolder
    let gateway: RunningGateway
    let engine: TransferEngine
    let population: SourceSimulators.Population

    static func here() throws -> Workplace { try #require(current) }

    static func open() async throws -> Workplace {
        let folder = NSTemporaryDirectory() + "conversations-\(UUID().uuidString)"
        let certificates = folder + "/certificates"
        let made = try await Program.run([
            Place.program, "certificates", "create", "--folder", certificates,
        ])
        try #require(made.end == .code(0), "\(made.errors)")
        let pki = DevelopmentPKI(folder: certificates)
        try WorkplaceDocuments.write(to: folder, pki)
        let sources = try await Simulators.start(certificates: certificates, people: people)
        let home = try await GatewayFolder("home", in: folder, pki: pki, sources: sources)
        return Workplace(
            folder: folder, pki: pki, sources: sources, home: home,
            gateway: try await home.start(), engine: try TransferEngine(),
            population: Population(size: people))
    }

    /// Ends everything and takes the folder away.
    func close() async {
        await engine.shutdown()
        #expect(await gateway.stop() == .code(0))
        sources.program.send(SIGTERM)
        #expect(await sources.program.end() == .code(0))
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Another gateway, of one test alone.
    func anotherFolder(_ name: String, deadlineMilliseconds: Int = 800) async throws
        -> GatewayFolder
    {
        try await GatewayFolder(
            name, in: folder, pki: pki, sources: sources,
            deadlineMilliseconds: deadlineMilliseconds)
    }

    func application(_ name: ApplicationName) -> Application {
        Application(pki.application(name), of: pki, at: gateway, through: engine)
    }

    /// An application that asks another gateway, over connections of its own.
    func application(_ name: ApplicationName, at gateway: RunningGateway) throws -> Application {
        try Application(pki.application(name), of: pki, at: gateway, through: TransferEngine())
    }

    func ssin(_ role: DemoCast) -> SSIN { population.character(role).ssin }
    func plate(_ role: DemoCast) -> Plate? { population.character(role).plate }
}
