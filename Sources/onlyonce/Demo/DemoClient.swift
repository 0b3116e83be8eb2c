import CanonicalJSON
import DevelopmentCertificates
import HTTPTransfers

/// A municipal application of the demo: it speaks to the gateway over mutual TLS, as any other.
struct DemoClient {
    let engine: TransferEngine
    let base: String
    let identity: TLSIdentity

    init(_ application: DevelopmentIdentity, authority: String, base: String)
        throws(TransferStartFailure)
    {
        engine = try TransferEngine()
        self.base = base
        identity = TLSIdentity(
            certificate: TLSIdentity.Certificate(
                certificatePath: application.certificate, keyPath: application.privateKey),
            authoritiesPath: authority)
    }

    /// Posts a document and returns the status and the answer.
    ///
    /// - Parameters:
    ///   - token: the access token of the official for whom it is asked.
    ///   - key: names the order, so that it is carried out once.
    func post(
        _ path: String, _ document: JSONValue, token: String? = nil, key: String? = nil
    ) async throws -> (status: Int, body: JSONValue) {
        let authorisation = token.map { [HeaderField("Authorization", "Bearer \($0)")] } ?? []
        let order = key.map { [HeaderField("Idempotency-Key", $0)] } ?? []
        let request = TransferRequest(
            .post, url: base + path,
            headers: [HeaderField("Content-Type", "application/json")] + authorisation + order,
            body: try document.canonicalBytes(), identity: identity, deadline: .seconds(20),
            maximumResponseSize: 1 << 20)
        let response = try await engine.perform(request)
        return (response.status, try JSONValue(parsing: response.body))
    }
}
