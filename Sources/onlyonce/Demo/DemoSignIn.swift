import CanonicalJSON
import ConsultLog
import Crypto
import DevelopmentCertificates
import Foundation
import HTTPTransfers
import SourceSimulators

/// How an application of the demo gets a token for its official: the authorisation code flow with
/// PKCE (RFC 7636), and a token that is bound to the application's certificate (RFC 8705).
struct DemoSignIn {
    let engine: TransferEngine
    let provider: SimulatedIdentityProvider.Addresses
    /// The application, with its certificate.
    let client: DevelopmentIdentity
    let name: String
    /// The authority of the provider's server certificate.
    let authority: String

    /// Signs somebody in and returns the access token.
    func token(of official: String) async throws -> String {
        let verifier = Base64URL.text(SystemRandom().bytes(32))
        let code = try await code(
            for: official, challenge: Base64URL.text(Array(SHA256.hash(data: Data(verifier.utf8)))))
        let answer = try await engine.perform(
            TransferRequest(
                .post, url: provider.token,
                headers: [HeaderField("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(
                    """
                    grant_type=authorization_code&client_id=\(name)&code=\(code)\
                    &redirect_uri=\(Self.redirect)&code_verifier=\(verifier)
                    """.utf8),
                identity: TLSIdentity(
                    certificate: TLSIdentity.Certificate(
                        certificatePath: client.certificate, keyPath: client.privateKey),
                    authoritiesPath: authority),
                deadline: .seconds(20), maximumResponseSize: 64 << 10))
        guard let token = try JSONValue(parsing: answer.body)["access_token"]?.string else {
            throw UsageError("the identity provider of the demo gave no token")
        }
        return token
    }

    /// Where the browser of the official would come back; nothing in it needs to be encoded.
    private static let redirect = "https://application.example/callback"

    private func code(for official: String, challenge: String) async throws -> String {
        let answer = try await engine.perform(
            TransferRequest(
                .get,
                url: provider.authorisation
                    + "?response_type=code&client_id=\(name)&redirect_uri=\(Self.redirect)"
                    + "&scope=openid%20onlyonce&state=demo&code_challenge_method=S256"
                    + "&code_challenge=\(challenge)&login_hint=\(official)",
                identity: TLSIdentity(certificate: nil, authoritiesPath: authority),
                deadline: .seconds(20), maximumResponseSize: 64 << 10))
        let place = answer.header("Location").flatMap { URLComponents(string: $0) }
        guard let code = place?.queryItems?.first(where: { $0.name == "code" })?.value else {
            throw UsageError("the identity provider of the demo signed nobody in")
        }
        return code
    }
}
