import CanonicalJSON
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOSSL

/// The HTTP side of the simulated identity provider: what everybody may ask, and what a client asks
/// with its certificate (RFC 8705 §5).
struct IdentityResponder: HTTPResponder {
    let tokens: IdentityTokens
    let switches: IdentitySwitches
    let officials: [SimulatedOfficial]
    /// The address of the doors, once they are known.
    let addresses: @Sendable () async throws -> SimulatedIdentityProvider.Addresses
    /// Whether this is the door for clients with a certificate.
    let isMutual: Bool

    func respond(to request: Request, context: SourceContext) async throws -> Response {
        if switches.fault == .down { try await FaultyTransport.close(context.channel) }
        switch (request.method, request.uri.path, isMutual) {
        case (.get, "/.well-known/openid-configuration", false): return try await discovery()
        case (.get, "/jwks", false): return try keySet()
        case (.get, "/authorize", false): return try authorise(request)
        case (.get, "/userinfo", false): return try userInfo(request)
        case (.post, "/token", true): return try await token(request, context)
        case (_, _, _): return Response(status: .notFound)
        }
    }

    private func discovery() async throws -> Response {
        let places = try await addresses()
        return try json([
            "issuer": .string(tokens.issuer), "jwks_uri": .string(places.keySet),
            "authorization_endpoint": .string(places.authorisation),
            "token_endpoint": .string(places.token), "userinfo_endpoint": .string(places.userInfo),
            "mtls_endpoint_aliases": ["token_endpoint": .string(places.token)],
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code", "client_credentials"],
            "code_challenge_methods_supported": ["S256"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["tls_client_auth"],
            "tls_client_certificate_bound_access_tokens": true,
        ])
    }

    private func keySet() throws -> Response {
        switches.countKeySet()
        switch switches.fault {
        case .hugeKeySet:
            return response(
                [UInt8](repeating: UInt8(ascii: " "), count: 16 << 20), "application/json")
        case .garbledKeySet: return response(Array("{\"keys\":".utf8), "application/json")
        case .noKeySet: return Response(status: .internalServerError)
        case .down, .unsigned, .wrongAudience, .wrongIssuer, .unbound, .expired, .unknownKey, nil:
            return try json(tokens.keySet)
        }
    }

    /// Signs somebody in at once: whoever `login_hint` names, else the first (RFC 6749 §4.1.1).
    private func authorise(_ request: Request) throws -> Response {
        let asked = request.uri.queryParameters
        guard let client = asked["client_id"], let redirect = asked["redirect_uri"],
            asked["response_type"] == "code", asked["code_challenge_method"] == "S256",
            let challenge = asked["code_challenge"]
        else { return Response(status: .badRequest) }
        let hint = asked["login_hint"].map(String.init)
        guard
            let official = hint.map({ hint in officials.first { $0.subject == hint } })
                ?? officials.first
        else { return Response(status: .badRequest) }
        let code = URLBase64.text(SystemRandomNumberGenerator.bytes(16))
        switches.grant(
            IdentitySwitches.Granted(
                official: official, client: String(client), redirect: String(redirect),
                scope: asked["scope"].map(String.init) ?? "openid",
                nonce: asked["nonce"].map(String.init), challenge: String(challenge)),
            for: code)
        var place = String(redirect) + (redirect.contains("?") ? "&" : "?") + "code=\(code)"
        if let state = asked["state"].map(String.init) {
            let encoded = state.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
            place += "&state=\(encoded ?? "")"
        }
        return Response(status: .found, headers: [.location: place])
    }

    /// Gives a token to a client that shows its certificate.
    private func token(_ request: Request, _ context: SourceContext) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: 16 * 1024)
        let form = Self.form(String(decoding: body.readableBytesView, as: UTF8.self))
        let certificate = try await context.channel.nioSSL_peerCertificate().get()
        guard let der = try certificate?.toDERBytes(), let client = form["client_id"] else {
            return try refusal("invalid_client")
        }
        let thumbprint = Array(SHA256.hash(data: der))
        switch form["grant_type"] {
        case "client_credentials":
            let scope = form["scope"] ?? ""
            return try given(
                access: tokens.access(nil, client: client, scope: scope, thumbprint: thumbprint))
        case "authorization_code":
            guard let granted = form["code"].flatMap(switches.redeem),
                let verifier = form["code_verifier"], granted.client == client,
                granted.redirect == form["redirect_uri"],
                URLBase64.text(SHA256.hash(data: Array(verifier.utf8))) == granted.challenge
            else { return try refusal("invalid_grant") }
            return try given(
                access: tokens.access(
                    granted.official, client: client, scope: granted.scope,
                    thumbprint: thumbprint), identity: tokens.identity(granted))
        case _: return try refusal("unsupported_grant_type")
        }
    }

    private func userInfo(_ request: Request) throws -> Response {
        let field = request.headers[.authorization] ?? ""
        guard field.hasPrefix("Bearer "),
            let subject = tokens.bearer(String(field.dropFirst(7))),
            let official = officials.first(where: { $0.subject == subject })
        else { return Response(status: .unauthorized) }
        return try json(
            .object(
                IdentityTokens.person(official).reduce(into: [:]) { $0[$1.0] = $1.1 }))
    }

    private func given(access: String, identity: String? = nil) throws -> Response {
        var answer: JSONObject = [
            "access_token": .string(access), "token_type": "Bearer",
            "expires_in": .integer(IdentityTokens.lifetime),
        ]
        answer["id_token"] = identity.map { .string($0) }
        return try json(.object(answer))
    }

    private func refusal(_ error: String) throws -> Response {
        try json(["error": .string(error)], status: .badRequest)
    }

    private func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) throws -> Response {
        response(try value.canonicalBytes(), "application/json", status)
    }

    private func response(
        _ bytes: [UInt8], _ type: String, _ status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func form(_ text: String) -> [String: String] {
        text.split(separator: "&").reduce(into: [:]) { form, field in
            let parts = field.split(separator: "=", maxSplits: 1).map {
                $0.replacing("+", with: " ").removingPercentEncoding ?? ""
            }
            if let name = parts.first { form[name] = parts.count == 2 ? parts[1] : "" }
        }
    }
}
