public import ConsultLog
import Crypto
public import Facts

/// Signs officials in and out for the pages.
///
/// A session is known by a secret that one browser keeps; it ends by itself, when the official
/// signs out, and when they leave: every use of it looks at the directory. Sessions live in this
/// process and nowhere else: after a restart everybody signs in again, which is the safe side, for
/// no copy of a disk holds anything by which somebody is signed in.
///
/// A sign-in that was only begun is kept by the browser, sealed, and not here.
public struct SignInDesk: Sendable {
    private let rules: SignInRules
    private let keys: KeySetCache
    private let endpoint: any TokenEndpoint
    private let directory: OfficialDirectory
    private let random: any RandomSource
    private let now: @Sendable () -> Timestamp
    private let table = SessionTable()
    private let seal = AttemptSeal()

    public init(
        _ rules: SignInRules, keys: KeySetCache, endpoint: any TokenEndpoint,
        directory: OfficialDirectory, random: any RandomSource = SystemRandom(),
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.rules = rules
        self.keys = keys
        self.endpoint = endpoint
        self.directory = directory
        self.random = random
        self.now = now
    }

    /// Begins a sign-in. Nothing is kept of it here.
    ///
    /// - Throws: ``SignInRefusal/busy`` when it cannot be sealed.
    public func begin() throws(SignInRefusal) -> SignInBegin {
        let (state, nonce, verifier) = (word(), word(), word())
        let attempt = SignInAttempt(
            state: state, nonce: nonce, verifier: verifier, began: now())
        guard let secret = seal.seal(attempt, random: random) else { throw .busy }
        let challenge = Base64URL.text(Array(SHA256.hash(data: Array(verifier.utf8))))
        let parameters = [
            ("response_type", "code"), ("client_id", rules.client),
            ("redirect_uri", rules.redirect), ("scope", rules.scope), ("state", state),
            ("nonce", nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        let query = parameters.map { "\($0)=\(PercentEncoding.text($1))" }.joined(separator: "&")
        return SignInBegin(location: rules.authorisation + "?" + query, secret: secret)
    }

    /// Ends a sign-in when the browser comes back, and opens a session.
    ///
    /// - Parameter secret: what the browser kept since the beginning.
    /// - Returns: the secret of the session.
    /// - Throws: ``SignInRefusal``; after any but ``SignInRefusal/busy`` the sign-in has to begin
    ///   anew.
    public func end(
        _ secret: String, state: String?, code: String?
    ) async throws(SignInRefusal) -> String {
        guard let attempt = seal.open(secret), isOpen(attempt), state == attempt.state else {
            throw .unknownAttempt
        }
        guard table.beginEnding() else { throw .busy }
        defer { table.finishEnding() }
        guard table.redeem(secret) else { throw .unknownAttempt }
        guard let code else { throw .providerRefused }
        let official = try await identified(by: code, attempt)
        _ = try await session(of: official, since: now())
        let opened = word()
        let time = now()
        table.open(
            SessionTable.Entry(official: official, began: time, seen: time), secret: opened)
        return opened
    }

    /// The session of a browser; `nil` when it has none any more.
    ///
    /// - Throws: ``SignInRefusal/failed(_:)`` when nobody can say whether the official has left.
    public func session(_ secret: String) async throws(SignInRefusal) -> Session? {
        guard let entry = table.session(secret, at: now()) else { return nil }
        do throws(SignInRefusal) {
            return try await session(of: entry.official, since: entry.began)
        } catch .notAdmitted {
            table.close(secret)
            return nil
        }
    }

    /// Ends a session: its secret is worth nothing any more.
    public func signOut(_ secret: String) { table.close(secret) }

    private func session(
        of official: OfficialID, since began: Timestamp
    ) async throws(SignInRefusal) -> Session {
        let standing: OfficialStanding
        do throws(OfficialsFailure) {
            standing = try await directory.standing(of: official)
        } catch {
            throw .failed(.directory(error))
        }
        // The pages are for roles, and only the directory gives them.
        guard case .active(let since, let roles) = standing, since <= began else {
            throw .notAdmitted
        }
        return Session(official: official, roles: roles, began: began)
    }

    private func identified(
        by code: String, _ attempt: SignInAttempt
    ) async throws(SignInRefusal) -> OfficialID {
        let answer: IdentityAnswer?
        do throws(KeySetFailure) {
            answer = try await endpoint.identity(
                for: code, verifier: attempt.verifier, redirect: rules.redirect)
        } catch {
            throw .failed(.keys(error))
        }
        guard let answer else { throw .providerRefused }
        return try await IdentityTokenVerifier(rules, keys).official(
            of: answer, nonce: attempt.nonce, at: now())
    }

    private func isOpen(_ attempt: SignInAttempt) -> Bool {
        let age = now().milliseconds - attempt.began.milliseconds
        return age >= 0 && .milliseconds(age) < SignInRules.attemptLifetime
    }

    private func word() -> String { Base64URL.text(random.bytes(32)) }
}
