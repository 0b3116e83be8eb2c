import AccessRights
import ConsultLogFakes
import HTTPFacade
import Synchronization
import TestSupport
import Testing

extension Conversations {
    /// Whose certificate opens a connection, and keeps it open.
    struct AdmissionTests {
        private func expectNothing(
            _ bench: AdmissionBench, _ identity: OpenSSLAuthority.Identity, _ reason: String,
            _ place: SourceLocation = #_sourceLocation
        ) async throws {
            for (count, version) in ["1.2", "1.3"].enumerated() {
                let exchange = try await bench.ask(
                    as: identity, ["--tlsv\(version)", "--tls-max", version])
                #expect(exchange.end != .code(0), "TLS \(version)", sourceLocation: place)
                #expect(exchange.output == "", "TLS \(version)", sourceLocation: place)
                #expect(
                    try await bench.refused(reason) == count + 1, "TLS \(version)",
                    sourceLocation: place)
            }
        }

        @Test("a certificate is known by its issuer and subject, its renewal too")
        func names() async throws {
            try await AdmissionBench.run { bench in
                for _ in 1...2 {
                    let identity = try await bench.authority.issue("tax-department")
                    #expect(try await bench.ask(as: identity).status == 200)
                }
                let other = try await bench.authority.issue("somebody")
                #expect(try await bench.ask(as: other).status == 403)
                #expect(bench.facade.facade.certificateLifetimes.count == 1)
            }
        }

        @Test("who is expired, early, self-signed or foreign gets not one byte of HTTP")
        func invalid() async throws {
            try await AdmissionBench.run { bench in
                let own = bench.authority
                let expired = try await own.issue("tax-department", from: -7200, until: -60)
                try await expectNothing(bench, expired, "expired")
                let early = try await own.issue("tax-department", from: 3600, until: 7200)
                try await expectNothing(bench, early, "notYetValid")
                let selfSigned = try await own.selfSigned("tax-department")
                try await expectNothing(bench, selfSigned, "selfSigned")
                let foreign = try await bench.foreign.issue("tax-department")
                try await expectNothing(bench, foreign, "foreignIssuer")
                #expect(bench.facade.sources.questions == 0)
                #expect(await bench.facade.storage.entries.isEmpty)
            }
        }

        @Test("who has no certificate is counted, and who makes noise apart")
        func nobody() async throws {
            try await AdmissionBench.run { bench in
                _ = try await Curl.run(["-k", "https://\(bench.facade.addresses.api)/v1"])
                #expect(try await bench.refused("noCertificate") == 1)
                _ = try await RawConnection.exchange(
                    "GET / HTTP/1.1\r\n\r\n", with: bench.facade.addresses.api)
                #expect(try await bench.refused("other") == 1)
            }
        }

        @Test("who is revoked gets not one byte of HTTP, and the others are served")
        func revoked() async throws {
            try await AdmissionBench.run { bench in
                let old = try await bench.authority.issue("tax-department")
                let new = try await bench.authority.issue("tax-department")
                try await bench.authority.revoke(old)
                try bench.lists.take(try await bench.authority.writeList(), of: bench.authority)
                try await expectNothing(bench, old, "revoked")
                #expect(try await bench.ask(as: new).status == 200)
                // A list that should have been replaced no longer says who is good.
                try bench.lists.take(
                    try await bench.authority.writeList(until: -3600), of: bench.authority)
                try await expectNothing(bench, new, "revocationUnknown")
            }
        }

        @Test("a revocation closes the connection that is open, and no other")
        func revocationCloses() async throws {
            try await AdmissionBench.run { bench in
                let old = try await bench.authority.issue("tax-department")
                let new = try await bench.authority.issue("tax-department")
                let (first, second) = (
                    try await bench.connect(as: old), try await bench.connect(as: new)
                )
                try await bench.authority.revoke(old)
                try bench.lists.take(try await bench.authority.writeList(), of: bench.authority)
                bench.facade.facade.reviewConnections()
                #expect(await first.end() == .code(0))
                let metrics = try await bench.facade.read(operations: "/metrics").body
                #expect(metrics.contains("onlyonce_connections_closed_total 1\n"))
                try bench.lists.take(
                    try await bench.authority.writeList(until: -3600), of: bench.authority)
                bench.facade.facade.reviewConnections()
                #expect(await second.end() == .code(0))
            }
        }

        @Test("removal from the register closes the connections of that application alone")
        func removalCloses() async throws {
            let isRegistered = Mutex(true)
            let look: @Sendable () -> Bool = { isRegistered.withLock { $0 } }
            try await AdmissionBench.run(isRegistered: look) { bench in
                let removed = try await bench.connect(
                    as: try await bench.authority.issue("tax-department"))
                let stranger = try await bench.connect(
                    as: try await bench.authority.issue("stranger"))
                isRegistered.withLock { $0 = false }
                bench.facade.facade.reviewConnections()
                #expect(await removed.end() == .code(0))
                // Closed last, so it was open until then.
                bench.facade.facade.closeConnections()
                #expect(await stranger.end() == .code(0))
                let metrics = try await bench.facade.read(operations: "/metrics").body
                #expect(metrics.contains("onlyonce_connections_closed_total 2\n"))
                #expect(bench.facade.facade.certificateLifetimes.isEmpty)
            }
        }
    }
}
