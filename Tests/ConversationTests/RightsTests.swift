import CanonicalJSON
import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("the rights of running gateways")
    struct RightsTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        /// Asks until the answer has this status, and says how long that took.
        private func wait(
            _ application: Application, for status: Int
        ) async throws -> Duration {
            let start = ContinuousClock.now
            while try await application.ask(.person(workplace.ssin(.granted))).status != status {
                try #require(start.duration(to: .now) < .seconds(20), "it never was \(status)")
            }
            return start.duration(to: .now)
        }

        @Test("a right that ends in one gateway ends at once, and in another within a second")
        func ends() async throws {
            let (here, there) = (
                try await workplace.anotherFolder("rights-here"),
                try await workplace.anotherFolder("rights-there")
            )
            // One secret for both, or nobody could tell that two steps are one person's.
            let shared = [
                "ONLYONCE_CONFIG_RIGHTS": here.path + "/shared.sqlite",
                "ONLYONCE_CONFIG_KEYS_PSEUDONYMSECRET": here.path + "/secrets/pseudonym.secret",
            ]
            let gateways = [
                try await here.start(environment: shared),
                try await there.start(environment: shared),
            ]
            let one = try workplace.application(.taxDepartment, at: gateways[0])
            let other = try workplace.application(.taxDepartment, at: gateways[1])
            for application in [one, other] { _ = try await wait(application, for: 200) }
            let suspended = try await here.run(
                "rights", "suspend", "driver-checks", "--reason", "complaint", environment: shared)
            #expect(suspended.end == .code(0), "\(suspended.errors)")
            #expect(suspended.output.hasPrefix("suspended  driver-checks"))
            #expect(try await one.ask(.person(workplace.ssin(.granted))).status == 403)
            #expect(try await wait(other, for: 403) < .seconds(1))
            let explained = try await here.run(
                "rights", "explain", "tax-department", "--purpose", "driver-checks", "--select",
                "person.name", environment: shared)
            #expect(explained.output.contains("driver-checks would allow it, but is suspended"))
            let resumed = try await there.run(
                "rights", "resume", "driver-checks", environment: shared)
            #expect(resumed.end == .code(0), "\(resumed.errors)")
            #expect(try await wait(one, for: 200) < .seconds(1))
            for application in [one, other] { await application.leave() }
            for gateway in gateways { #expect(await gateway.stop() == .code(0)) }
            // Who takes over writes it down; each logs the steps that it took itself.
            let steps = try await here.allEntries().compactMap { $0["body"]?["step"]?.string }
            #expect(Set(steps) == ["adopt", "suspend"])
            let others = try await there.allEntries().compactMap { $0["body"]?["step"]?.string }
            #expect(others == ["resume"])
        }

        @Test("on one machine too nobody approves alone; documents and words go both ways")
        func commands() async throws {
            let folder = try await workplace.anotherFolder("rights-commands")
            func run(_ arguments: String...) async throws -> (Program.End, String, String) {
                let done = try await Program.run(
                    [Place.program, "rights"] + arguments + ["--config", folder.configuration])
                return (done.end, done.output, done.errors)
            }
            let list = try await run("list", "--json")
            let listed = try JSONValue(parsing: list.1.utf8)["authorisations"]?.array
            #expect(listed?.count == WorkplaceDocuments.authorisations)
            let exported = try await run("export", "tax-department")
            let document = folder.path + "/new.yaml"
            try exported.1.replacing("tax-department\"\ntitle", with: "tax-two\"\ntitle")
                .write(toFile: document, atomically: true, encoding: .utf8)
            let checked = try await run("check", document)
            #expect(checked.0 == .code(0), "\(checked.2)")
            #expect(checked.1.contains("note: gives the same applications"))
            #expect(try await run("import", document).1.hasPrefix("draft  tax-two"))
            #expect(try await run("import", document).1 == "nothing new\n")
            #expect(try await run("diff", document).1 == "no difference\n")
            #expect(try await run("submit", "tax-two").0 == .code(0))
            let shown = try await run("show", "tax-two")
            #expect(shown.1.contains("submit  machine"))
            let hash = try #require(
                shown.1.split(separator: "\n").first { $0.hasPrefix("terms  ") }?.suffix(64))
            let alone = try await run("approve", "tax-two", "--hash", String(hash))
            #expect(alone.0 == .code(1))
            #expect(alone.2.contains("the command line cannot approve"))
            #expect(try await run("explain", "housing-agency").1.contains("looked up first"))
            try "id: x\nid: y\n".write(toFile: document, atomically: true, encoding: .utf8)
            let broken = try await run("check", document)
            #expect(broken.0 == .code(1))
            #expect(broken.1.contains("line 1: id occurs twice"))
            let bomb = "a: &a [x, x]\nb: &b [*a, *a]\n"
            try bomb.write(toFile: document, atomically: true, encoding: .utf8)
            #expect(try await run("import", document).0 == .code(1))
            let after = try await run("list", "--json")
            #expect(
                try JSONValue(parsing: after.1.utf8)["authorisations"]?.array?.count
                    == WorkplaceDocuments.authorisations + 1)
        }

        @Test("a storage that was lost is not made anew from the folder: nothing is allowed")
        func lost() async throws {
            let folder = try await workplace.anotherFolder("rights-lost")
            let first = try await folder.start()
            #expect(await first.stop() == .code(0))
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(
                    atPath: folder.data + "/rights.sqlite" + suffix)
            }
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            #expect(try await application.ask(.person(workplace.ssin(.granted))).status == 403)
            await application.leave()
            #expect(await gateway.stop() == .code(0))
            #expect(gateway.program.errors.contains("the rights are lost"))
        }
    }
}
