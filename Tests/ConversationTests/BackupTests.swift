import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("a copy of the log")
    struct BackupTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("made while the gateway serves, it is put back, verified and gone on with")
        func roundTrip() async throws {
            let folder = try await workplace.anotherFolder("copied")
            let adopted = WorkplaceDocuments.authorisations
            let key = ["--key", try await folder.verifierKey()]
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            let question = Question.person(workplace.ssin(.granted))
            #expect(try await application.ask(question).status == 200)
            try await gateway.says("onlyonce_log_tree_size \(adopted + 2)")
            let (first, second) = (folder.path + "/first", folder.path + "/second")
            let made = try await folder.run("log", "backup", first)
            try #require(made.end == .code(0), "\(made.errors)")
            #expect(try await folder.run("log", "backup", first).end == .code(1), "it is not empty")
            #expect(try await application.ask(question).status == 200)
            try await gateway.says("onlyonce_log_tree_size \(adopted + 4)")
            #expect(try await folder.run("log", "backup", second).end == .code(0))
            // Beside a running gateway nothing is put back.
            #expect(try await folder.run("log", "restore", second, "--replace").end == .code(1))
            #expect(try await application.ask(question).status == 200)
            await application.leave()
            #expect(await gateway.stop() == .code(0))

            // The third consult is in no backup, and was published.
            let short = try await folder.run("log", "restore", second, "--replace")
            #expect(short.end == .code(1))
            #expect(
                short.errors.contains("\(adopted + 4)") && short.errors.contains("\(adopted + 6)"),
                "\(short.errors)")
            let whole = folder.path + "/whole"
            #expect(try await folder.run("log", "backup", whole).end == .code(0))
            for name in ["log.sqlite", "log.sqlite-wal", "log.sqlite-shm"] {
                try? FileManager.default.removeItem(atPath: folder.data + "/" + name)
            }
            let restored = try await folder.run("log", "restore", whole)
            try #require(restored.end == .code(0), "\(restored.errors)")
            #expect(restored.output.contains("\(adopted + 6) entries"))
            _ = try await folder.verify(key)
            #expect(try await folder.entries().count == 6)

            let again = try await folder.start()
            let other = try workplace.application(.taxDepartment, at: again)
            #expect(try await other.ask(question).status == 200)
            await other.leave()
            #expect(await again.stop() == .code(0))
            _ = try await folder.verify(key)
            #expect(try await folder.entries().count == 8)
        }
    }
}
