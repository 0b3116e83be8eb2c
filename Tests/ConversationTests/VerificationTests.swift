import CanonicalJSON
import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("verifying the log")
    struct VerificationTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        /// What verifies the checkpoints of the folder's log.
        private func key(of folder: GatewayFolder) async throws -> String {
            let shown = try await folder.run("log", "key", "create")
            return String(try #require(shown.output.split(separator: "\n").last))
        }

        private func verify(
            _ subject: String, _ key: String, _ more: String...
        ) async throws -> (end: Program.End, output: String, errors: String) {
            try await Program.run([Place.program, "log", "verify", subject, "--key", key] + more)
        }

        @Test(
            "a receipt, an export and the data of a running gateway hold, and a changed bit shows")
        func conversation() async throws {
            let folder = try await workplace.anotherFolder("verified")
            let key = try await key(of: folder)
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            let reply = try await application.ask(.person(workplace.ssin(.granted)))
            let consult = try #require(reply.consult)

            // Not under a checkpoint yet is an answer too: it is there within a second.
            let receipt = folder.path + "/receipt.json"
            var given = try await folder.run("log", "receipt", consult, "--output", receipt)
            let end = ContinuousClock.now + .seconds(60)
            while given.end != .code(0) {
                try #require(.now < end, "the gateway made no checkpoint of the consult")
                try #require(given.errors.contains("yet"), "\(given.errors)")
                given = try await folder.run("log", "receipt", consult, "--output", receipt)
            }
            let held = try await verify(receipt, key)
            #expect(held.end == .code(0), "\(held.errors)")
            #expect(held.output.contains("1 asked, 1 answered"))

            let running = try await verify(folder.data, key)
            #expect(running.end == .code(0), "\(running.output)\(running.errors)")
            let export = folder.path + "/export"
            #expect(try await folder.run("log", "export", export).end == .code(0))
            #expect(try await verify(export, key, "--entries", "--closely").end == .code(0))
            await application.leave()
            #expect(await gateway.stop() == .code(0))

            // That the receipt was given stands in the log.
            let kinds = try await folder.entries().map { $0["kind"]?.string }
            #expect(kinds == ["asked", "answered", "audited"])

            var bytes = try Data(contentsOf: URL(fileURLWithPath: receipt))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(fileURLWithPath: receipt))
            #expect(try await verify(receipt, key).end == .code(2))
            let tile = try #require(
                FileManager.default.subpaths(atPath: export + "/tile/entries")?.last)
            let path = URL(fileURLWithPath: export + "/tile/entries/" + tile)
            var bundle = try Data(contentsOf: path)
            bundle[20] ^= 1
            try bundle.write(to: path)
            let deviates = try await verify(export, key)
            #expect(deviates.end == .code(2))
            #expect(deviates.output.contains("entry 0 "))
        }

        @Test("a server that does not answer is no deviation, and wrong arguments are neither")
        func noAnswer() async throws {
            let folder = try await workplace.anotherFolder("unverified")
            let key = try await key(of: folder)
            let silent = try await verify("https://localhost:1/v1/log", key)
            #expect(silent.end == .code(3))
            #expect(silent.output.hasPrefix("No answer: checkpoint"))
            #expect(try await verify("http://localhost:1/v1/log", key).end == .code(64))
            #expect(try await verify(folder.path + "/absent", key).end == .code(1))
        }
    }
}
