import DevelopmentCertificates
import Foundation
import HTTPTransfers
import TestSupport
import Testing

extension Conversations {
    @Suite("files that are followed while the gateway serves")
    struct FollowingTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("who is taken off the register is cut off; a broken register changes nothing")
        func register() async throws {
            let bench = try await FollowingBench("register", workplace)
            let one = try await bench.authority.issue("tax-department")
            let other = try await bench.authority.issue("housing-agency")
            let (kept, removed) = (
                try await bench.connect(as: one), try await bench.connect(as: other)
            )
            let before = ContinuousClock.now
            try bench.register(["tax-department"])
            #expect(await removed.end() == .code(0))
            #expect(before.duration(to: .now) < .seconds(3))
            #expect(try await bench.answer(to: other) == .toStranger)
            #expect(try await bench.health() == "UP")

            try "applications: [".write(
                toFile: bench.applications, atomically: true, encoding: .utf8)
            try await bench.until("DEGRADED")
            let metrics = try await bench.gateway.metrics()
            #expect(metrics.contains("onlyonce_reload_failing{file=\"applications\"} 1\n"))
            #expect(metrics.contains("onlyonce_connections_closed_total 1\n"))
            #expect(try await bench.answer(to: one) == .toApplication)
            #expect(bench.gateway.program.errors.contains("a file cannot be used"))

            try bench.register(["tax-department", "housing-agency"])
            try await bench.until("UP")
            #expect(try await bench.answer(to: other) == .toApplication)
            // It was open all the time, and is closed with the authority that vouched for it.
            try Data(contentsOf: URL(filePath: workplace.pki.applicationAuthority))
                .write(to: URL(filePath: bench.authority.certificate), options: .atomic)
            #expect(await kept.end() == .code(0))
            #expect(try await bench.answer(to: one) == .nothing)
            await bench.close()
        }

        @Test("who is revoked is cut off, and gets no further than the handshake afterwards")
        func revocation() async throws {
            let bench = try await FollowingBench("revocation", workplace)
            let identity = try await bench.authority.issue("tax-department")
            #expect(try await bench.answer(to: identity) == .toApplication)
            let open = try await bench.connect(as: identity)
            try await bench.authority.revoke(identity)
            try await bench.authority.writeList()
            #expect(await open.end() == .code(0))
            #expect(try await bench.answer(to: identity) == .nothing)
            let renewed = try await bench.authority.issue("tax-department")
            #expect(try await bench.answer(to: renewed) == .toApplication)

            // A list of nobody's keeps the one before in force.
            try "no list".write(toFile: bench.list, atomically: true, encoding: .utf8)
            try await bench.until("DEGRADED")
            #expect(try await bench.answer(to: identity) == .nothing)
            #expect(try await bench.answer(to: renewed) == .toApplication)
            await bench.close()
        }

        @Test("the gateway's own certificate is replaced, and its end is shown")
        func ownCertificate() async throws {
            let bench = try await FollowingBench("own", workplace)
            let identity = try await bench.authority.issue("tax-department")
            let open = try await bench.connect(as: identity)
            let first = try await bench.shown()
            let renewed = try await bench.authority.issue("localhost")
            try bench.install(renewed)
            while try await bench.shown() == first {}
            #expect(try await bench.health() == "UP")

            // A certificate without its key: the one before is still shown.
            let second = try await bench.shown()
            let third = try await bench.authority.issue("localhost")
            try bench.install(
                OpenSSLAuthority.Identity(
                    certificate: third.certificate, privateKey: renewed.privateKey))
            try await bench.until("DEGRADED")
            #expect(try await bench.shown() == second)
            let metrics = try await bench.gateway.metrics()
            #expect(metrics.contains("onlyonce_reload_failing{file=\"api\"} 1\n"))
            #expect(
                metrics.contains(
                    "onlyonce_certificate_expiry_seconds{certificate=\"api.certificate\"} "))
            #expect(try await bench.answer(to: identity) == .toApplication)
            #expect(await bench.gateway.stop() == .code(0))
            // Open until the gateway ended.
            #expect(!metrics.contains("onlyonce_connections_closed_total 1\n"))
            #expect(await open.end() == .code(0))
        }
    }
}
