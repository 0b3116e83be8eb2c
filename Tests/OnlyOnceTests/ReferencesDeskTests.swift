import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import GRDB
import Gateway
import HTTPFacade
import Testing

@testable import onlyonce

@Suite("what commands see of the repertory of references")
struct ReferencesDeskTests {
    private let bench: InstallationBench

    init() throws { bench = try InstallationBench() }

    private func context(_ dossier: String) throws -> ConsultContext {
        ConsultContext(
            caller: Caller(
                organisation: try EnterpriseNumber(parsing: "1990000233"),
                application: try ApplicationID(parsing: "housing-agency")),
            purpose: try PurposeID(parsing: "housing-allocation"),
            dossier: try DossierReference(parsing: dossier))
    }

    @Test("counts without subjects; subjects with a reason, which the log keeps")
    func lists() async throws {
        let installation = try await bench.install()
        let subject = Subject.person(try SSIN(parsing: "85070390167"))
        let order = ReferenceOrder(
            kind: try ReferenceKind(parsing: "housing-application"), subject: subject,
            dossier: try DossierReference(parsing: "2026/17"),
            until: installation.time.today().adding(days: 30))
        let result = await installation.gateway.openReference(
            order, in: try context("2026/17"))
        guard case .answered(let answer) = result else {
            Issue.record("it was not opened: \(result)")
            await installation.close()
            return
        }
        let desk = installation.references
        let counts = await desk.counts()
        #expect(
            counts.body["counts"] == [
                ["kind": "housing-application", "open": 1, "organisation": "1990000233"]
            ])
        #expect(await desk.dossiers([:], user: 42).status == 400)
        let reply = await desk.dossiers(["reason": "a complaint"], user: 42)
        let dossier = reply.body["dossiers"]?.array?.first
        #expect(dossier?["subject"] == "85070390167" && dossier?["dossier"] == "2026/17")
        #expect(dossier?["reference"] == .string(answer.fact.id.description))
        let kinds = try await installation.entries.entries().map(\.entry.kind)
        // Before them stand the authorisations that the first start adopted.
        #expect(kinds.filter { $0 != .rightChanged } == [.referenceChanged, .audited])
        await installation.close()
    }

    @Test("a dossier is open after a restart, and found by the same keys")
    func survives() async throws {
        let before = try await opened()
        #expect(before != nil)
        #expect(try await opened() == before)
    }

    @Test("a box that was damaged on disk alarms, and what rests on it is undetermined")
    func damaged() async throws {
        #expect(try await opened() != nil)
        let database = try DatabaseQueue(path: bench.data + "/references.sqlite")
        try await database.write { database in
            try database.execute(sql: "UPDATE reference SET subjectBox = zeroblob(124)")
        }
        try database.close()
        let installation = try await bench.install()
        func alarms() async -> Bool {
            await installation.health.troubles.contains { $0.part == .references }
        }
        #expect(await !alarms())
        let question = Set([AttributeID.personName])
        let result = await installation.gateway.person(
            try SSIN(parsing: "85070390167"), question, in: try context("2026/17"))
        // The source is never called here, and would be unavailable too: what counts is the log.
        guard case .failed(.unavailable(.unreachable), let consult) = result else {
            Issue.record("it is not undetermined: \(result)")
            await installation.close()
            return
        }
        let entries = try await installation.entries.entries(of: consult).map(\.entry)
        #expect(entries.map(\.kind) == [.refused])
        #expect(await alarms())
        await installation.close()
    }

    /// Opens the same dossier in an installation of its own, which gives the directory back.
    private func opened() async throws -> ReferenceRecord? {
        let installation = try await bench.install()
        let order = ReferenceOrder(
            kind: try ReferenceKind(parsing: "housing-application"),
            subject: .person(try SSIN(parsing: "85070390167")),
            dossier: try DossierReference(parsing: "2026/17"),
            until: installation.time.today().adding(days: 30))
        let result = await installation.gateway.openReference(
            order, in: try context("2026/17"))
        await installation.close()
        guard case .answered(let answer) = result else { return nil }
        return answer.fact
    }
}
