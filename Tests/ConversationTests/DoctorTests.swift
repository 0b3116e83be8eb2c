import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("onlyonce doctor")
    struct DoctorTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        private func finding(_ subject: String, in output: String) -> Substring? {
            output.split(separator: "\n").first { $0.dropFirst(9).hasPrefix(subject + ":") }
        }

        @Test("an installation that is well is said to be, running or not")
        func good() async throws {
            let folder = try await workplace.anotherFolder("doctor")
            let before = try await folder.run("doctor")
            #expect(before.end == .code(0), "\(before.output)\(before.errors)")
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            _ = try await application.ask(.vehicle(workplace.plate(.granted)))
            let running = try await folder.run("doctor")
            #expect(running.end == .code(0), "\(running.output)\(running.errors)")
            #expect(finding("gateway", in: running.output)?.hasPrefix("ok") == true)
            #expect(running.output.contains("ok       application tax-department, certificate "))
            await application.leave()
            #expect(await gateway.stop() == .code(0))
            let after = try await folder.run("doctor")
            #expect(after.end == .code(0), "\(after.output)\(after.errors)")
            #expect(finding("log", in: after.output)?.hasPrefix("ok") == true)
        }

        @Test("what is wrong, or soon will be, is named and is status 1")
        func bad() async throws {
            let bench = try await FollowingBench("doctor", workplace)
            bench.gateway.program.send(SIGTERM)
            _ = await bench.gateway.program.end()
            try bench.install(try await bench.authority.issue("localhost"))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: bench.home.path + "/secrets/log.key")
            try await bench.authority.writeList(until: -60)
            try "applications: [{}]".write(
                toFile: bench.applications, atomically: true, encoding: .utf8)
            let said = try await Program.run(
                [Place.program, "doctor", "--quiet", "--config", bench.home.configuration],
                environment: bench.environment)
            #expect(said.end == .code(1))
            for subject in [
                "api.certificate", "api.clientAuthority", "log.key", "api.revocations",
                "authorisations and applications",
            ] {
                let line = finding(subject, in: said.output)
                #expect(line?.hasPrefix("problem") == true, "\(subject): \(said.output)")
            }
            #expect(!said.output.contains("\nok "))
            #expect(finding("web.certificate", in: said.output) == nil)
        }
    }
}
