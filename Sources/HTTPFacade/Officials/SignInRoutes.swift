import AccessRights
import CanonicalJSON
import Facts
import HTTPTypes
import NIOCore
import Officials

/// The operations by which a browser signs an official in and out.
struct SignInRoutes: Sendable {
    let desk: SignInDesk

    /// The names say that the cookies are of this host alone (RFC 6265bis §4.1.3.2).
    private static let attempt = "__Host-onlyonce-sign-in"
    private static let session = "__Host-onlyonce-session"

    var all: [Route] {
        [
            page(.get, "/sign-in") { _ throws(Problem) in try begin() },
            page(.get, "/sign-in/callback", end),
            page(.get, "/sign-in/session", tell),
            page(.post, "/sign-out") { request throws(Problem) in
                if let secret = request.cookies[Self.session] { desk.signOut(secret) }
                return Self.redirect(to: "/", cookies: [Self.cookie(Self.session, nil)])
            },
        ]
    }

    private func page(
        _ method: HTTPRequest.Method, _ path: RoutePath,
        _ answer: @escaping @Sendable (PageRequest) async throws(Problem) -> Reply
    ) -> Route {
        Route(method: method, path: path, handler: .page(answer))
    }

    private func begin() throws(Problem) -> Reply {
        do throws(SignInRefusal) {
            let begin = try desk.begin()
            let cookie = Self.cookie(
                Self.attempt, begin.secret, for: SignInRules.attemptLifetime)
            return Self.redirect(to: begin.location, status: .found, cookies: [cookie])
        } catch {
            throw Problem(error)
        }
    }

    private func end(_ request: PageRequest) async throws(Problem) -> Reply {
        do throws(SignInRefusal) {
            let secret = try await desk.end(
                request.cookies[Self.attempt] ?? "", state: request.parameters["state"],
                code: request.parameters["code"])
            let cookies = [
                Self.cookie(Self.session, secret, for: SignInRules.sessionLifetime),
                Self.cookie(Self.attempt, nil),
            ]
            return Self.redirect(to: "/", cookies: cookies)
        } catch {
            throw Problem(error)
        }
    }

    /// What a page may know of whoever is signed in; never their name.
    private func tell(_ request: PageRequest) async throws(Problem) -> Reply {
        let session: Session?
        do throws(SignInRefusal) {
            session = try await desk.session(request.cookies[Self.session] ?? "")
        } catch {
            throw Problem(error)
        }
        guard let session else { throw Problem(.noSession) }
        var reply = try Reply([
            "began": .string(session.began.text),
            "roles": .array(session.roles.map(\.rawValue).sorted().map { .string($0) }),
        ])
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    private static func redirect(
        to place: String, status: HTTPResponse.Status = .seeOther, cookies: [String]
    ) -> Reply {
        var headers: HTTPFields = [.location: place, .cacheControl: "no-store"]
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Reply(
            status: status, contentType: "text/plain; charset=utf-8", body: ByteBuffer(),
            headers: headers)
    }

    /// A cookie that scripts cannot read and that no other site's form or picture sends.
    ///
    /// - Parameter value: `nil` takes it away.
    private static func cookie(
        _ name: String, _ value: String?, for lifetime: Duration = .zero
    ) -> String {
        "\(name)=\(value ?? ""); Path=/; Secure; HttpOnly; SameSite=Lax; "
            + "Max-Age=\(lifetime.components.seconds)"
    }
}

extension Problem {
    fileprivate init(_ refusal: SignInRefusal) {
        switch refusal {
        case .unknownAttempt:
            self.init(.noSession, ["detail": "The sign-in has to begin anew"])
        case .providerRefused, .wrongToken, .wrongNonce:
            self.init(.noSession, ["detail": "The identity provider did not vouch for anybody"])
        case .notAdmitted:
            self.init(
                .missingPermission, ["detail": "The directory does not admit the official"])
        case .busy, .failed:
            self.init(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
    }
}
