import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("months whose time is over")
    struct RetirementTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        /// What stands in the list of the log, `nil` where an entry is no more.
        private func listed(_ folder: GatewayFolder) async throws -> [String?] {
            let listing = try await folder.run("log", "list", "--json")
            try #require(listing.end == .code(0), "\(listing.errors)")
            return try listing.output.split(separator: "\n").map {
                try JSONValue(parsing: $0.utf8)["entry"]?["kind"]?.string
            }
        }

        /// What a search finds of 2015, subjects laid open where they can be.
        private func searched(_ folder: GatewayFolder) async throws -> String {
            let search = try await folder.run(
                "log", "search", "--reason", "test", "--until", "2015-12-31", "--disclose",
                "subject")
            try #require(search.end == .code(0), "\(search.errors)")
            return search.output
        }

        @Test("are destroyed while the gateway serves; the log still verifies, a backup stays shut")
        func retires() async throws {
            let folder = try await workplace.anotherFolder("retired")
            let key = ["--key", try await folder.verifierKey()]
            // The third of March 2015.
            try await OldLog.write(3, at: Timestamp(milliseconds: 1_425_340_800_000), to: folder)
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            let question = Question.person(workplace.ssin(.granted))
            #expect(try await application.ask(question).status == 200)
            try await gateway.says(
                "onlyonce_log_tree_size \(WorkplaceDocuments.authorisations + 8)")
            let backup = folder.path + "/backup"
            #expect(try await folder.run("log", "backup", backup).end == .code(0))

            let shown = try await searched(folder)
            let subjects = try (0..<3).map { try LogSamples().person($0).digits }
            #expect(subjects.allSatisfy(shown.contains))

            let plan = try await folder.run("log", "retire", "--before", "2016-11")
            #expect(plan.end == .code(0), "\(plan.errors)")
            #expect(plan.output.contains("ten-years 2015-03  6 entries\n"))
            #expect(plan.output.contains("6 entries would become unreadable; nothing was done"))
            #expect(try await listed(folder).count { $0 == nil } == 0)
            let done = try await folder.run("log", "retire", "--before", "2016-11", "--yes")
            #expect(done.end == .code(0), "\(done.errors)")
            #expect(done.output.contains("6 entries are unreadable for ever"))
            #expect(try await application.ask(question).status == 200)
            await application.leave()
            #expect(await gateway.stop() == .code(0))

            // Beside them stand the looks into the log, as many as fields were laid open.
            let left = try await listed(folder).filter { $0 != "audited" }
            let adopted = [String?](
                repeating: "rightChanged", count: WorkplaceDocuments.authorisations)
            let rest = ["asked", "answered", "keyRetired", "asked", "answered"]
            #expect(left == [String?](repeating: nil, count: 6) + adopted + rest)
            _ = try await folder.verify(key)

            // The database of before has the bytes, and nobody the keys of their boxes.
            let database = "/log.sqlite"
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: folder.data + database + suffix)
            }
            try FileManager.default.removeItem(atPath: folder.data + "/search")
            try FileManager.default.copyItem(
                atPath: backup + database, toPath: folder.data + database)
            let after = try await searched(folder)
            #expect(after.split(separator: "\n").count == 6, "\(after)")
            #expect(!subjects.contains(where: after.contains), "\(after)")
        }
    }
}
