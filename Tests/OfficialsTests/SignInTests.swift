import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("signing in for the pages")
struct SignInTests {
    private let mint: TokenMint
    private let clock = HandClock()
    private let source: ScriptedKeySource
    private let endpoint = ScriptedTokenEndpoint()
    private let directory: OfficialDirectory
    private let desk: SignInDesk
    private let orderer: Orderer

    init() async throws {
        let clock = clock
        mint = try TokenMint()
        source = ScriptedKeySource(try mint.keySet())
        let bench = try await LogBench(InMemoryConsultLogStorage())
        directory = OfficialDirectory(
            InMemoryOfficialsStorage(), key: DirectoryKey(secret: SymmetricKey(size: .bits256)),
            log: bench.log, now: { clock.now }, clock: { clock.instant })
        orderer = Orderer(official: try OfficialID(parsing: "application:hr"))
        desk = SignInDesk(
            SignInRules(
                issuer: mint.issuer, client: "onlyonce",
                authorisation: "https://idp.example/authorize",
                redirect: "https://onlyonce.example/sign-in/callback", algorithms: [.es256],
                officialClaim: "egovNRN"),
            keys: KeySetCache(source, now: { clock.now }), endpoint: endpoint,
            directory: directory, now: { clock.now })
        _ = try await directory.enter(
            NewOfficial(userName: try OfficialID(parsing: "85500390193"), roles: [.dpo]),
            for: orderer)
    }

    /// What the provider would put in its answer, with some claims changed.
    private func answer(
        _ nonce: String, _ changes: [String: (any Sendable)?] = [:],
        header: [String: (any Sendable)?] = ["typ": "JWT"],
        signed: TokenMint.Signature = .es256
    ) throws {
        var claims: [String: (any Sendable)?] = [
            "aud": "onlyonce", "nonce": nonce, "egovNRN": "85500390193", "scope": nil,
        ]
        for (name, value) in changes { claims[name] = value }
        endpoint.answer(
            .success(
                IdentityAnswer(
                    identityToken: try mint.token(
                        at: clock.seconds, boundTo: nil, claims, header: header, signed: signed))))
    }

    private func parameter(_ name: String, of location: String) -> String? {
        location.split(separator: "?").last?.split(separator: "&")
            .first { $0.hasPrefix(name + "=") }?.split(separator: "=").last.map(String.init)
    }

    private func signedIn() async throws -> String {
        let begin = try desk.begin()
        try answer(try #require(parameter("nonce", of: begin.location)))
        return try await desk.end(
            begin.secret, state: parameter("state", of: begin.location), code: "c")
    }

    @Test("a sign-in carries state, nonce and a challenge, and ends in a session with roles")
    func signsIn() async throws {
        let begin = try desk.begin()
        for name in ["state", "nonce", "code_challenge"] {
            #expect(parameter(name, of: begin.location)?.count == 43)
        }
        #expect(begin.location.contains("code_challenge_method=S256"))
        let secret = try await signedIn()
        let session = try #require(try await desk.session(secret))
        #expect(session.roles == [.dpo])
        #expect(session.official.text == "85500390193")
        let asked = try #require(endpoint.asked.first)
        #expect(Array(asked.verifier.utf8).count == 43)
    }

    @Test("a code, a state or a browser serves once, and only its own sign-in")
    func isOneUse() async throws {
        let begin = try desk.begin()
        let state = parameter("state", of: begin.location)
        try answer(try #require(parameter("nonce", of: begin.location)))
        _ = try await desk.end(begin.secret, state: state, code: "c")
        await #expect(throws: SignInRefusal.unknownAttempt) {
            try await desk.end(begin.secret, state: state, code: "c")
        }
        let other = try desk.begin()
        await #expect(throws: SignInRefusal.unknownAttempt) {
            try await desk.end(other.secret, state: state, code: "c")
        }
        await #expect(throws: SignInRefusal.unknownAttempt) {
            try await desk.end("nobody", state: state, code: "c")
        }
        let late = try desk.begin()
        clock.pass(.seconds(600))
        await #expect(throws: SignInRefusal.unknownAttempt) {
            try await desk.end(
                late.secret, state: parameter("state", of: late.location), code: "c")
        }
        let denied = try desk.begin()
        await #expect(throws: SignInRefusal.providerRefused) {
            try await desk.end(
                denied.secret, state: parameter("state", of: denied.location), code: nil)
        }
    }

    @Test("an identity token that is not good signs nobody in")
    func refusesTokens() async throws {
        let now = clock.seconds
        let cases: [([String: (any Sendable)?], SignInRefusal)] = [
            (["aud": "other"], .wrongToken(.wrongAudience)),
            (["aud": ["onlyonce", "other"]], .wrongToken(.wrongAudience)),
            (["azp": "other"], .wrongToken(.wrongAudience)),
            (["iss": "https://elsewhere.example"], .wrongToken(.wrongIssuer)),
            (["exp": now - 60], .wrongToken(.expired)),
            (["iat": now + 60], .wrongToken(.notYetValid)),
            (["nonce": "another"], .wrongNonce), (["nonce": nil], .wrongNonce),
            (["egovNRN": nil], .wrongToken(.noOfficial)), (["egovNRN": "nobody"], .notAdmitted),
        ]
        for (changes, refusal) in cases {
            let begin = try desk.begin()
            try answer(try #require(parameter("nonce", of: begin.location)), changes)
            await #expect(throws: refusal) {
                try await desk.end(
                    begin.secret, state: parameter("state", of: begin.location), code: "c")
            }
        }
        for (header, signature, refusal) in [
            (["typ": "at+jwt"], TokenMint.Signature.es256, TokenRefusal.wrongType),
            (["typ": "JWT"], .none, .algorithmNotAllowed),
            (["typ": "JWT"], .rs256, .algorithmNotAllowed),
            (["typ": "JWT"], .another, .wrongSignature),
            (["typ": "JWT", "kid": "x"], .es256, .unknownKey),
        ] as [([String: (any Sendable)?], TokenMint.Signature, TokenRefusal)] {
            let begin = try desk.begin()
            try answer(
                try #require(parameter("nonce", of: begin.location)), header: header,
                signed: signature)
            await #expect(throws: SignInRefusal.wrongToken(refusal)) {
                try await desk.end(
                    begin.secret, state: parameter("state", of: begin.location), code: "c")
            }
        }
    }

    @Test("a session ends by signing out, by its pause, by its life, and with the official")
    func ends() async throws {
        let out = try await signedIn()
        desk.signOut(out)
        #expect(try await desk.session(out) == nil)

        let idle = try await signedIn()
        clock.pass(.seconds(1799))
        #expect(try await desk.session(idle) != nil)
        clock.pass(.seconds(1800))
        #expect(try await desk.session(idle) == nil)

        let long = try await signedIn()
        for _ in 0..<19 {
            clock.pass(.seconds(1500))
            #expect(try await desk.session(long) != nil)
        }
        clock.pass(.seconds(300))
        #expect(try await desk.session(long) == nil)

        let left = try await signedIn()
        let official = try #require(
            try await directory.official(named: try OfficialID(parsing: "85500390193")))
        _ = try await directory.change(official.id, OfficialEdit(isActive: false), for: orderer)
        #expect(try await desk.session(left) == nil)
        clock.pass(.seconds(1))
        _ = try await directory.change(official.id, OfficialEdit(isActive: true), for: orderer)
        #expect(try await desk.session(left) == nil)
    }

    @Test("whoever begins sign-ins by the thousand takes nobody's place")
    func bearsFlood() async throws {
        let begin = try desk.begin()
        for _ in 0..<10_100 { _ = try desk.begin() }
        try answer(try #require(parameter("nonce", of: begin.location)))
        _ = try await desk.end(
            begin.secret, state: parameter("state", of: begin.location), code: "c")
    }

    @Test("what the browser keeps shows nothing, and is worth nothing changed or elsewhere")
    func sealsAttempts() async throws {
        let begin = try desk.begin()
        let state = try #require(parameter("state", of: begin.location))
        for name in ["state", "nonce"] {
            let value = try #require(parameter(name, of: begin.location))
            #expect(!begin.secret.contains(value))
        }
        let content = try #require(Base64URL.bytes(begin.secret))
        for place in stride(from: 0, to: content.count, by: 7) {
            var changed = content
            changed[place] ^= 1
            await #expect(throws: SignInRefusal.unknownAttempt) {
                try await desk.end(Base64URL.text(changed), state: state, code: "c")
            }
        }
        // A desk of another run has another key.
        let other = SignInDesk(
            SignInRules(
                issuer: mint.issuer, client: "onlyonce", authorisation: "https://idp.example/a",
                redirect: "https://onlyonce.example/sign-in/callback", algorithms: [.es256],
                officialClaim: "egovNRN"),
            keys: KeySetCache(source, now: { HandClock().now }), endpoint: endpoint,
            directory: directory, now: { HandClock().now })
        await #expect(throws: SignInRefusal.unknownAttempt) {
            try await other.end(begin.secret, state: state, code: "c")
        }
        #expect(endpoint.asked.isEmpty)
    }

    @Test("the provider is asked about so many at once, and whoever comes then can come again")
    func boundsQuestions() async throws {
        endpoint.hold()
        let begins = try (0..<SignInRules.mostEnding).map { _ in try desk.begin() }
        let late = try desk.begin()
        await withTaskGroup(of: Void.self) { tasks in
            for begin in begins {
                let state = parameter("state", of: begin.location)
                tasks.addTask { [desk] in
                    _ = try? await desk.end(begin.secret, state: state, code: "c")
                }
            }
            await endpoint.untilHeld(SignInRules.mostEnding)
            await #expect(throws: SignInRefusal.busy) {
                try await desk.end(
                    late.secret, state: parameter("state", of: late.location), code: "c")
            }
            endpoint.release()
        }
        try answer(try #require(parameter("nonce", of: late.location)))
        _ = try await desk.end(
            late.secret, state: parameter("state", of: late.location), code: "c")
    }
}
