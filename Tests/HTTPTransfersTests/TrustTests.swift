import Foundation
import HTTPTransfers
import Testing

struct TrustTests {
    private let server: TestServer
    private let engine: TransferEngine

    init() async throws {
        server = try await TestServer.shared.value
        engine = try TransferEngine()
    }

    private func request(
        older: Bool = false, host: String = "localhost", _ identity: TLSIdentity
    ) -> TransferRequest {
        TransferRequest(
            .get, url: "https://\(host):\(older ? server.olderPort : server.port)/echo",
            identity: identity, deadline: .seconds(20))
    }

    @Test("mutual TLS works, also with TLS 1.2", arguments: [false, true])
    func mutual(older: Bool) async throws {
        let response = try await engine.perform(request(older: older, server.identity()))
        #expect(response.status == 200)
    }

    @Test("a client without a certificate, or with a stranger's, is refused by TLS 1.2")
    func refusedByOlder() async {
        for certificate in [nil, "stranger"] {
            await #expect(throws: TransferFailure.tlsFailed(.refusedByServer)) {
                try await engine.perform(
                    request(older: true, server.identity(certificate: certificate)))
            }
        }
    }

    /// The client has finished its handshake by then: when the server's reset overtakes its alert,
    /// all the client sees is a connection that ends.
    @Test("a client without a certificate gets no answer over TLS 1.3")
    func refused() async {
        for certificate in [nil, "stranger"] {
            let failure = await #expect(throws: TransferFailure.self) {
                try await engine.perform(request(server.identity(certificate: certificate)))
            }
            #expect(failure == .tlsFailed(.refusedByServer) || failure == .cutOff)
        }
    }

    @Test("a server of another authority is not trusted, nor one with another name")
    func serverNotTrusted() async {
        let trust = TransferFailure.tlsFailed(.serverNotTrusted)
        await #expect(throws: trust) {
            try await engine.perform(request(server.identity(authority: "other")))
        }
        await #expect(throws: trust) {
            try await engine.perform(request(host: "127.0.0.1", server.identity()))
        }
        var pinned = server.identity()
        pinned.pinnedPublicKeys = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        await #expect(throws: trust) { try await engine.perform(request(pinned)) }
    }

    @Test("one caller's connection is never another caller's")
    func identitiesApart() async throws {
        #expect(try await engine.perform(request(older: true, server.identity())).status == 200)
        await #expect(throws: TransferFailure.tlsFailed(.refusedByServer)) {
            try await engine.perform(request(older: true, server.identity(certificate: nil)))
        }
        await #expect(throws: TransferFailure.tlsFailed(.serverNotTrusted)) {
            try await engine.perform(request(older: true, server.identity(authority: "other")))
        }
    }

    @Test("files that are missing or do not belong together are our own fault")
    func identityUnusable() async {
        let unusable = TransferFailure.tlsFailed(.identityUnusable)
        var mixed = server.identity()
        mixed.certificate?.keyPath = server.file("stranger.key")
        for identity in [
            server.identity(certificate: "missing"), server.identity(authority: "missing"), mixed,
        ] {
            await #expect(throws: unusable) { try await engine.perform(request(identity)) }
        }
    }

    /// In a process of its own, because the environment belongs to all tests.
    @Test("a proxy in the environment is not obeyed")
    func environmentProxy() async {
        await #expect(processExitsWith: .success) {
            [
                port = server.port as Int, client = server.file("client") as String,
                authority = server.file("ca.pem") as String
            ] in
            unsafe setenv("https_proxy", "http://127.0.0.1:1", 1)
            let identity = TLSIdentity(
                certificate: .init(certificatePath: client + ".pem", keyPath: client + ".key"),
                authoritiesPath: authority)
            let engine = try TransferEngine()
            let response = try await engine.perform(
                TransferRequest(
                    .get, url: "https://localhost:\(port)/echo", identity: identity,
                    deadline: .seconds(20)))
            #expect(response.status == 200)
            await engine.shutdown()
        }
    }

    @Test("a proxy that is configured is used")
    func configuredProxy() async throws {
        let engine = try TransferEngine(TransferConfiguration(proxy: "http://127.0.0.1:1"))
        await #expect(throws: TransferFailure.unreachable) {
            try await engine.perform(request(server.identity()))
        }
    }
}
