import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import Facts
import Officials
import OfficialsFakes
import Testing

@testable import HTTPFacade

extension Conversations {
    @Suite("signing in over real connections")
    struct SignInRouteTests {
        private func cookie(_ exchange: Curl.Exchange, _ name: String) -> String? {
            exchange.output.split(separator: "\r\n").first {
                $0.lowercased().hasPrefix("set-cookie: \(name.lowercased())=")
            }.map { String($0.dropFirst(12)) }
        }

        private func pair(_ cookie: String) -> String {
            String(cookie.prefix { $0 != ";" })
        }

        private func parameter(_ name: String, of location: String) -> String? {
            location.split(separator: "?").last?.split(separator: "&")
                .first { $0.hasPrefix(name + "=") }?.split(separator: "=").last.map(String.init)
        }

        @Test("a browser signs in, is known, and after signing out its cookie is worth nothing")
        func signsInAndOut() async throws {
            try await FacadeBench.run { bench in
                _ = try await bench.officials.directory.enter(
                    NewOfficial(userName: try OfficialID(parsing: "official-1"), roles: [.dpo]),
                    for: Orderer(official: try OfficialID(parsing: "unix:0")))
                let begin = try await bench.read(web: "/sign-in")
                #expect(begin.status == 302)
                let location = try #require(begin.header("location"))
                let attempt = try #require(cookie(begin, "__Host-onlyonce-sign-in"))
                for word in ["Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/"] {
                    #expect(attempt.contains(word))
                }
                let nonce = try #require(parameter("nonce", of: location))
                let state = try #require(parameter("state", of: location))
                bench.officials.endpoint.answer(
                    .success(
                        IdentityAnswer(
                            identityToken: try bench.officials.mint.token(
                                at: LogBench.time.milliseconds / 1000, boundTo: nil,
                                ["aud": "onlyonce", "nonce": nonce], header: ["typ": "JWT"]))))
                let callback = "/sign-in/callback?code=c&state=\(state)"
                let foreign = try await bench.read(web: callback)
                #expect(foreign.status == 401)
                let ended = try await bench.read(web: callback, ["-b", pair(attempt)])
                #expect(ended.status == 303)
                let session = try #require(cookie(ended, "__Host-onlyonce-session"))
                for word in ["Secure", "HttpOnly", "SameSite=Lax", "Max-Age=28800"] {
                    #expect(session.contains(word))
                }
                let again = try await bench.read(web: callback, ["-b", pair(attempt)])
                #expect(again.status == 401)
                let told = try await bench.read(web: "/sign-in/session", ["-b", pair(session)])
                #expect(told.status == 200)
                #expect(try told.json["roles"] == ["dpo"])
                #expect(!told.body.contains("official-1"))
                let out = try await bench.read(
                    web: "/sign-out", ["-X", "POST", "-b", pair(session)])
                #expect(out.status == 303)
                let replayed = try await bench.read(
                    web: "/sign-in/session", ["-b", pair(session)])
                #expect(replayed.status == 401)
                #expect(
                    try replayed.json["type"] == "urn:problem-type:onlyonce:noSession")
                #expect(!bench.lines.all.contains { $0.contains("official-1") })
            }
        }
    }
}
