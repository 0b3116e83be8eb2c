import CanonicalJSON
import DevelopmentCertificates
import HTTPTransfers

/// A municipal application that asks the gateway over mutual TLS.
struct Application: Sendable {
    let engine: TransferEngine
    let identity: TLSIdentity
    let base: String

    init(
        _ identity: DevelopmentIdentity?, of pki: DevelopmentPKI, at gateway: RunningGateway,
        through engine: TransferEngine
    ) {
        self.engine = engine
        self.identity = TLSIdentity(
            certificate: identity.map {
                TLSIdentity.Certificate(
                    certificatePath: $0.certificate, keyPath: $0.privateKey)
            },
            authoritiesPath: pki.applicationAuthority)
        base = "https://\(gateway.api)"
    }

    /// Closes its connections: a gateway that ends waits some seconds for idle clients.
    func leave() async { await engine.shutdown() }

    func ask(_ question: Question) async throws -> Reply {
        try await send(question.path, try question.body.canonicalBytes())
    }

    func send(_ path: String, _ body: [UInt8]) async throws(TransferFailure) -> Reply {
        Reply(
            try await engine.perform(
                TransferRequest(
                    .post, url: base + path,
                    headers: [HeaderField("Content-Type", "application/json")], body: body,
                    identity: identity, deadline: .seconds(20))))
    }
}
