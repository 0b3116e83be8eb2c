import CanonicalJSON
import HTTPTransfers
import Officials

/// Asks the identity provider over mutual TLS who signed in.
struct HTTPSTokenEndpoint: TokenEndpoint {
    let engine: TransferEngine
    let settings: Configuration.SignIn
    /// The gateway's own certificate, and whose certificates the provider may have.
    let identity: TLSIdentity
    /// How long one question may take.
    let deadline: Duration

    func identity(
        for code: String, verifier: String, redirect: String
    ) async throws(KeySetFailure) -> IdentityAnswer? {
        let form = [
            ("grant_type", "authorization_code"), ("client_id", settings.client), ("code", code),
            ("redirect_uri", redirect), ("code_verifier", verifier),
        ]
        let body = form.map { "\($0)=\(PercentEncoding.text($1))" }.joined(separator: "&")
        let response = try await ask(
            TransferRequest(
                .post, url: settings.token.text,
                headers: [
                    HeaderField("Content-Type", "application/x-www-form-urlencoded"),
                    HeaderField("Accept", "application/json"),
                ],
                body: Array(body.utf8), identity: identity, deadline: deadline,
                maximumResponseSize: 64 << 10))
        guard response.status == 200 else {
            // RFC 6749 §5.2: the code is not good; anything else is the provider's trouble.
            if response.status == 400 || response.status == 401 { return nil }
            throw .refused
        }
        guard let answer = try? JSONValue(parsing: response.body),
            let token = answer["id_token"]?.string
        else { throw .unintelligible }
        return IdentityAnswer(
            identityToken: token,
            userInfo: try await userInfo(answer["access_token"]?.string))
    }

    private func userInfo(_ token: String?) async throws(KeySetFailure) -> [UInt8]? {
        guard let place = settings.userInfo, let token else { return nil }
        let response = try await ask(
            TransferRequest(
                .get, url: place.text,
                headers: [
                    HeaderField("Authorization", "Bearer \(token)"),
                    HeaderField("Accept", "application/json"),
                ],
                identity: identity, deadline: deadline, maximumResponseSize: 64 << 10))
        guard response.status == 200 else { throw .refused }
        return response.body
    }

    private func ask(
        _ request: TransferRequest
    ) async throws(KeySetFailure) -> TransferResponse {
        do throws(TransferFailure) {
            return try await engine.perform(request)
        } catch {
            throw KeySetFailure(error)
        }
    }
}
