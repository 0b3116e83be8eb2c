import CanonicalJSON
import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("the tree over the log")
    struct TreeTests {
        private let workplace: Workplace
        /// The entries with which a log begins.
        private let began = WorkplaceDocuments.authorisations
        init() throws { workplace = try Workplace.here() }

        /// Runs a gateway, asks it, and ends it.
        private func use(
            _ folder: GatewayFolder, environment: [String: String] = [:]
        ) async throws -> (status: Int, errors: String) {
            let gateway = try await folder.start(environment: environment)
            let application = try workplace.application(.taxDepartment, at: gateway)
            let reply = try await application.ask(.person(workplace.ssin(.granted)))
            await application.leave()
            #expect(await gateway.stop() == .code(0))
            return (reply.status, gateway.program.errors)
        }

        /// The second line of the checkpoint in an export.
        private func size(of export: String) throws -> Int? {
            let text = try String(contentsOfFile: export + "/checkpoint", encoding: .utf8)
            return Int(text.split(separator: "\n")[1])
        }

        @Test("a running gateway exports its log, and goes on")
        func exportsWhileServing() async throws {
            let folder = try await workplace.anotherFolder("exporting")
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            #expect(try await application.ask(.person(workplace.ssin(.granted))).status == 200)
            let export = folder.path + "/export"
            var found: Int?
            // Auditors have every entry within a second; an export is what they have.
            let end = ContinuousClock.now + .seconds(60)
            // Two of the consult, behind those of the authorisations.
            while found != began + 2 {
                try #require(.now < end, "the gateway made no checkpoint of both entries")
                let exported = try await folder.run("log", "export", export)
                try #require(exported.end == .code(0), "\(exported.errors)")
                found = try size(of: export)
            }
            #expect(FileManager.default.fileExists(atPath: export + "/tile/0/000.p/\(began + 2)"))
            #expect(
                FileManager.default.fileExists(atPath: export + "/tile/entries/000.p/\(began + 2)"))
            let metrics = try await gateway.metrics()
            #expect(metrics.contains("onlyonce_log_tree_size \(began + 2)"))
            #expect(metrics.contains("onlyonce_log_waiting_entries 0"))
            await application.leave()
            #expect(await gateway.stop() == .code(0))
        }

        @Test("the public's export has no entries, and never goes where entries are")
        func exportsForThePublic() async throws {
            let folder = try await workplace.anotherFolder("public")
            #expect(try await use(folder).status == 200)
            let export = folder.path + "/public"
            let made = try await folder.run("log", "export", export, "--public")
            try #require(made.end == .code(0), "\(made.errors)")
            #expect(try size(of: export) == began + 2)
            #expect(!FileManager.default.fileExists(atPath: export + "/tile/entries"))
            #expect(try await folder.run("log", "export", export).end == .code(0))
            let refused = try await folder.run("log", "export", export, "--public")
            #expect(refused.end == .code(1))
            #expect(refused.errors.contains("entries"))
        }

        @Test("after a kill the log goes on, and what was exported before is how it began")
        func survivesAKill() async throws {
            let folder = try await workplace.anotherFolder("tree-killed")
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            #expect(try await application.ask(.person(workplace.ssin(.granted))).status == 200)
            let export = folder.path + "/export"
            #expect(try await folder.run("log", "export", export).end == .code(0))
            gateway.program.send(SIGKILL)
            _ = await gateway.program.end()
            await application.leave()
            #expect(try await use(folder).status == 200)
            #expect(try await folder.run("log", "export", export).end == .code(0))
            let entries = try await folder.entries().count
            let published = try size(of: export)
            #expect([published, entries] == [began + 4, 4])
        }

        @Test("a database that was set back is read-only; a new origin goes on and refers to it")
        func refusesARollback() async throws {
            let folder = try await workplace.anotherFolder("rolled-back")
            #expect(try await use(folder).status == 200)
            let database = URL(fileURLWithPath: folder.data + "/log.sqlite")
            let old = try Data(contentsOf: database)
            #expect(try await use(folder).status == 200)
            try old.write(to: database)

            let readOnly = try await use(folder)
            #expect(readOnly.status == 503)
            #expect(
                readOnly.errors.contains(
                    "the log has \(began + 2) entries, fewer than the \(began + 4)"))
            #expect(try await folder.entries().count == 2)

            let same = try await folder.run("log", "continue")
            #expect(same.end == .code(1))
            #expect(same.errors.contains("log.origin is still log.example.org/consults"))
            let origin = ["ONLYONCE_CONFIG_LOG_ORIGIN": "log.example.org/again"]
            let early = try await folder.run("serve", environment: origin)
            #expect(early.end == .code(1))
            #expect(early.errors.contains("onlyonce log continue"))
            let begun = try await folder.run("log", "continue", environment: origin)
            try #require(begun.end == .code(0), "\(begun.errors)")
            #expect(try await use(folder, environment: origin).status == 200)
            let entries = try await folder.entries()
            #expect(entries.map { $0["kind"]?.string } == ["continued", "asked", "answered"])
            let checkpoint = try #require(entries.first?["body"]?["checkpoint"]?.string)
            #expect(checkpoint.hasPrefix("log.example.org/consults\n\(began + 4)\n"))
            let earlier = folder.data + "/earlier/1"
            #expect(FileManager.default.fileExists(atPath: earlier + "/log.sqlite"))
        }

        @Test("a checkpoint that was cut off is named, and the log is read-only")
        func namesADamagedCheckpoint() async throws {
            let folder = try await workplace.anotherFolder("cut-off")
            #expect(try await use(folder).status == 200)
            let checkpoint = folder.data + "/published/checkpoint"
            let text = try Data(contentsOf: URL(fileURLWithPath: checkpoint))
            try text.dropLast(9).write(to: URL(fileURLWithPath: checkpoint))
            let readOnly = try await use(folder)
            #expect(readOnly.status == 503)
            #expect(readOnly.errors.contains(checkpoint))
        }
    }
}
