import CanonicalJSON
import DevelopmentCertificates
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("the log over HTTPS")
    struct PublishedLogTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        private func curl(
            _ name: ApplicationName, _ url: String, _ more: String...
        ) async throws -> String {
            let identity = workplace.pki.application(name)
            return try await Program.run(
                [
                    "curl", "--silent", "--noproxy", "*", "--max-time", "60", "--cacert",
                    workplace.pki.applicationAuthority, "--cert", identity.certificate, "--key",
                    identity.privateKey,
                ] + more + [url]
            ).output
        }

        @Test("anybody verifies its hashes, auditors its entries, and each look is in it")
        func conversation() async throws {
            let folder = try await workplace.anotherFolder("published")
            let shown = try await folder.run("log", "key", "create")
            let key = String(try #require(shown.output.split(separator: "\n").last))
            func verify(_ address: String, _ more: [String] = []) async throws -> String {
                let verified = try await Program.run(
                    [
                        Place.program, "log", "verify", "https://\(address)/v1/log", "--key", key,
                        "--authority", workplace.pki.applicationAuthority,
                    ] + more)
                #expect(verified.end == .code(0), "\(verified.output)\(verified.errors)")
                return verified.output
            }
            var gateway = try await folder.start()
            var application = try workplace.application(.taxDepartment, at: gateway)
            let consult = try #require(
                try await application.ask(.person(workplace.ssin(.granted))).consult)
            await application.leave()
            #expect(await gateway.stop() == .code(0))

            // What is published at the end of one run is there for everybody in the next.
            gateway = try await folder.start()
            application = try workplace.application(.taxDepartment, at: gateway)
            #expect(try await application.ask(.person(workplace.ssin(.granted))).status == 200)
            await application.leave()
            let published = WorkplaceDocuments.authorisations + 2
            #expect(try await verify(gateway.web).contains("holds: \(published) entries"))
            let auditor = workplace.pki.application(.dpoConsole)
            _ = try await verify(
                gateway.api,
                [
                    "--entries", "--certificate", auditor.certificate, "--certificate-key",
                    auditor.privateKey,
                ])
            // Both runs published at their end, so the receipt is there at once.
            let receipt = try await curl(
                .taxDepartment, "https://\(gateway.api)/v1/consults/\(consult)/receipt")
            #expect(try JSONValue(parsing: Array(receipt.utf8))["consult"] == .string(consult))
            let page = try await curl(
                .dpoConsole, "https://\(gateway.api)/v1/consults/query", "--header",
                "Content-Type: application/json", "--data", #"{"reason":"yearly review"}"#)
            #expect(try JSONValue(parsing: Array(page.utf8))["complete"]?.integer != nil)
            #expect(await gateway.stop() == .code(0))
            let kinds = try await folder.entries().map { $0["kind"]?.string }
            let consults = ["asked", "answered", "asked", "answered"]
            #expect(kinds == consults + ["audited", "audited", "audited"])
        }
    }
}
