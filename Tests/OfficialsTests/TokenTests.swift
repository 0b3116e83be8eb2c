import AccessRights
import ConsultLog
import Crypto
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("access tokens")
struct TokenTests {
    private let mint: TokenMint
    private let clock = HandClock()
    private let source: ScriptedKeySource
    private let certificate = CertificateFingerprint(ofCertificate: [1, 2, 3])

    init() throws {
        mint = try TokenMint()
        source = ScriptedKeySource(try mint.keySet())
    }

    private func verifier(
        _ algorithms: Set<SigningAlgorithm> = [.es256, .ps256, .rs256], scope: String? = "onlyonce",
        claim: String = "sub"
    ) -> TokenVerifier {
        let clock = clock
        return TokenVerifier(
            TokenRules(
                issuer: mint.issuer, audience: mint.audience, algorithms: algorithms, scope: scope,
                officialClaim: claim),
            keys: KeySetCache(source, now: { clock.now }))
    }

    private func verdict(
        _ changes: [String: (any Sendable)?] = [:], header: [String: (any Sendable)?] = [:],
        signed: TokenMint.Signature = .es256, bound: Bool = true
    ) async throws -> TokenVerdict {
        let token = try mint.token(
            at: clock.seconds, boundTo: bound ? certificate.bytes : nil, changes, header: header,
            signed: signed)
        return try await verifier().verdict(on: token, presentedBy: certificate, at: clock.now)
    }

    @Test("a good token names its official, however it is signed")
    func accepts() async throws {
        for signature in [TokenMint.Signature.es256, .rs256, .ps256] {
            guard case .accepted(let token) = try await verdict(signed: signature) else {
                Issue.record("a good token was refused")
                continue
            }
            #expect(token.official.text == "official-1")
            #expect("\(token)".contains("official-1") == false)
        }
        #expect(try await verdict(["aud": ["x", mint.audience]]).isAccepted)
        #expect(try await verdict(header: ["typ": "application/AT+JWT"]).isAccepted)
    }

    @Test("a token with the scope of citizens names a citizen, and never an official")
    func citizens() async throws {
        let clock = clock
        let verifier = TokenVerifier(
            TokenRules(
                issuer: mint.issuer, audience: mint.audience, algorithms: [.es256],
                scope: "onlyonce", officialClaim: "sub", citizenScope: "citizen"),
            keys: KeySetCache(source, now: { clock.now }))
        func verdict(
            _ changes: [String: (any Sendable)?], boundTo bytes: [UInt8]? = nil
        ) async throws -> TokenVerdict {
            let token = try mint.token(
                at: clock.seconds, boundTo: bytes ?? certificate.bytes, changes)
            return try await verifier.verdict(
                on: token, presentedBy: certificate, at: clock.now)
        }
        let number = try SSIN(parsing: "85070390167")
        let good: [String: (any Sendable)?] = [
            "scope": "openid citizen", "egovNRN": number.digits,
        ]
        guard case .citizen(let citizen) = try await verdict(good) else {
            Issue.record("a citizen's token was refused")
            return
        }
        #expect(citizen.ssin == number)
        #expect(!"\(citizen)".contains(number.digits))
        let both = good.merging(["scope": "onlyonce citizen"]) { $1 }
        #expect(try await verdict(both) == .citizen(citizen))
        let wrong: [(String, any Sendable)] = [
            ("egovNRN", "85070390168"), ("egovNRN", "official-1"), ("egovNRN", 85_070_390_167),
        ]
        for (claim, value) in wrong {
            let changed = good.merging([claim: value]) { $1 }
            #expect(try await verdict(changed) == .refused(.noOfficial))
        }
        #expect(
            try await verdict(good, boundTo: [UInt8](repeating: 1, count: 32))
                == .refused(.boundToAnother))
        // Without the scope the claim makes nobody an applicant.
        let official = try await verdict(["egovNRN": number.digits])
        #expect(official.isAccepted)
        // Where citizens have no scope it is one like any other.
        #expect(
            try await self.verdict(good) == .refused(.missingScope))
    }

    @Test("every claim that is wrong has a reason of its own")
    func refusesClaims() async throws {
        let now = clock.seconds
        let cases: [([String: (any Sendable)?], TokenRefusal)] = [
            (["iss": "https://idp.example/"], .wrongIssuer), (["iss": nil], .wrongIssuer),
            (["aud": "https://other.example"], .wrongAudience), (["aud": nil], .wrongAudience),
            (["aud": ["a", "b"]], .wrongAudience), (["exp": now - 31], .expired),
            (["exp": now - 30], .expired), (["exp": nil], .malformed), (["iat": nil], .malformed),
            (["exp": "soon"], .malformed), (["exp": 1e30], .malformed),
            (["nbf": now + 31], .notYetValid), (["iat": now + 32], .notYetValid),
            (["cnf": nil], .notBound), (["cnf": ["jkt": "x"]], .notBound),
            (["cnf": ["x5t#S256": "AAAA"]], .boundToAnother),
            (
                ["cnf": ["x5t#S256": Base64URL.text([UInt8](repeating: 0, count: 32))]],
                .boundToAnother
            ), (["scope": "openid"], .missingScope),
            (["scope": "onlyonce2 xonlyonce"], .missingScope), (["scope": nil], .missingScope),
            (["sub": nil], .noOfficial), (["sub": 7], .noOfficial), (["sub": ""], .noOfficial),
            (["sub": "application:onlyonce"], .noOfficial), (["sub": "unix:0"], .noOfficial),
            (["sub": "configuration"], .noOfficial),
            (["sub": "a\nb"], .noOfficial),
        ]
        for (changes, refusal) in cases {
            let verdict = try await verdict(changes)
            #expect(verdict == .refused(refusal), "\(changes.keys.sorted())")
        }
        #expect(try await verdict(["exp": now - 20, "iat": now - 100]).isAccepted)
        #expect(try await verdict(["nbf": now + 20]).isAccepted)
    }

    @Test("a swapped, absent or shared-secret algorithm is refused, whatever the key")
    func refusesAlgorithms() async throws {
        #expect(try await verdict(signed: .none) == .refused(.algorithmNotAllowed))
        #expect(
            try await verdict(signed: .hmac(mint.publishedRSA)) == .refused(.algorithmNotAllowed))
        let swapped = try await verdict(header: ["kid": "rsa-1"])
        #expect(swapped == .refused(.algorithmNotAllowed))
        let other = try await verdict(header: ["alg": "RS256"])
        #expect(other == .refused(.algorithmNotAllowed))
        #expect(try await verdict(header: ["alg": "none"]) == .refused(.algorithmNotAllowed))
        #expect(try await verdict(header: ["alg": "ES384"]) == .refused(.algorithmNotAllowed))
        #expect(try await verdict(header: ["alg": nil]) == .refused(.malformed))
        #expect(
            try await verdict(header: ["alg": "PS256"], signed: .rs256)
                == .refused(.wrongSignature))
        #expect(try await verdict(signed: .another) == .refused(.wrongSignature))
        let token = try mint.token(
            at: clock.seconds, boundTo: certificate.bytes, signed: .rs256)
        let strict = try await verifier([.es256]).verdict(
            on: token, presentedBy: certificate, at: clock.now)
        #expect(strict == .refused(.algorithmNotAllowed))
    }

    @Test("a token of another kind or with what must be understood is refused")
    func refusesHeaders() async throws {
        #expect(try await verdict(header: ["typ": "JWT"]) == .refused(.wrongType))
        #expect(try await verdict(header: ["typ": nil]) == .refused(.wrongType))
        #expect(try await verdict(header: ["crit": ["b64"]]) == .refused(.criticalHeader))
        #expect(try await verdict(header: ["kid": "ec-9"]) == .refused(.unknownKey))
        #expect(try await verdict(header: ["kid": nil]) == .refused(.unknownKey))
        #expect(try await verdict(bound: false) == .refused(.notBound))
    }

    @Test("what is no token at all is malformed, and no byte of a good one may change")
    func refusesShapes() async throws {
        let verifier = verifier()
        for text in [
            "", "a", "a.b", "a.b.c", "e30.e30.", "e30.e30.AA.AA", "....", "\u{e9}.e30.e30",
        ] {
            let verdict = try await verifier.verdict(
                on: text, presentedBy: certificate, at: clock.now)
            #expect(!verdict.isAccepted, "\(text)")
        }
        let long = String(repeating: "a", count: TokenRules.mostBytes + 1)
        #expect(
            try await verifier.verdict(on: long, presentedBy: certificate, at: clock.now)
                == .refused(.tooLong))
        let token = Array(
            try mint.token(at: clock.seconds, boundTo: certificate.bytes).utf8)
        for place in stride(from: 0, to: token.count, by: 3) {
            var flipped = token
            flipped[place] = flipped[place] == 0x41 ? 0x42 : 0x41
            let verdict = try await verifier.verdict(
                on: String(decoding: flipped, as: UTF8.self), presentedBy: certificate,
                at: clock.now)
            #expect(flipped == token || !verdict.isAccepted, "byte \(place)")
        }
    }

    @Test("the token of one connection is worth nothing on another")
    func isBound() async throws {
        let token = try mint.token(at: clock.seconds, boundTo: certificate.bytes)
        let other = CertificateFingerprint(ofCertificate: [4, 5, 6])
        let verdict = try await verifier().verdict(on: token, presentedBy: other, at: clock.now)
        #expect(verdict == .refused(.boundToAnother))
    }

    @Test("another claim can name the official")
    func takesClaim() async throws {
        let token = try mint.token(
            at: clock.seconds, boundTo: certificate.bytes, ["egovNRN": "50020190037"])
        let verdict = try await verifier(claim: "egovNRN").verdict(
            on: token, presentedBy: certificate, at: clock.now)
        guard case .accepted(let accepted) = verdict else {
            Issue.record("it was refused")
            return
        }
        #expect(accepted.official.text == "50020190037")
    }
}

extension TokenVerdict {
    fileprivate var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }
}
