import AccessRights
import CoreMetrics
import HTTPTypes
import Officials

/// Where the requests of applications show for whom they ask, an official or a citizen, and what is counted of it.
struct TokenDoor: Sendable {
    private let check: TokenCheck?
    private let scope: String?
    private let accepted: CoreMetrics.Counter
    private let undecided: CoreMetrics.Counter
    private let refused: [TokenRefusal: CoreMetrics.Counter]

    /// - Parameter check: `nil` when no identity provider is known: then no token is good.
    init(_ check: TokenCheck?, scope: String?, metrics: any MetricsFactory) {
        self.check = check
        self.scope = scope
        func counter(_ result: String) -> CoreMetrics.Counter {
            CoreMetrics.Counter(
                label: "onlyonce_official_tokens_total", dimensions: [("result", result)],
                factory: metrics)
        }
        accepted = counter("accepted")
        undecided = counter("undecided")
        refused = Dictionary(
            uniqueKeysWithValues: TokenRefusal.allCases.map { ($0, counter($0.rawValue)) })
    }

    /// Whom a request names; `nil` when it has no token.
    ///
    /// - Parameters:
    ///   - field: what its `Authorization` says.
    ///   - certificate: that of the connection.
    /// - Throws: the problem that the client gets when there is a token and it is not good.
    func bearer(
        _ field: String?, presentedBy certificate: CertificateFingerprint?
    ) async throws(Problem) -> TokenBearer? {
        guard let field else { return nil }
        guard let check, let certificate else { throw refuse(.noProvider) }
        guard let token = Self.token(in: field) else { throw refuse(.malformed) }
        let verdict: TokenVerdict
        do throws(IdentificationFailure) {
            verdict = try await check(token, certificate)
        } catch {
            undecided.increment()
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
        switch verdict {
        case .accepted(let token):
            accepted.increment()
            return .official(token.official)
        case .citizen(let token):
            accepted.increment()
            return .citizen(token.ssin)
        case .refused(let refusal): throw refuse(refusal)
        }
    }

    private func refuse(_ refusal: TokenRefusal) -> Problem {
        refused[refusal]?.increment()
        return Problem(refusal, scope: scope)
    }

    /// The token of `Bearer …` (RFC 6750 §2.1); `nil` for every other scheme.
    private static func token(in field: String) -> String? {
        let bytes = Array(field.utf8)
        guard bytes.count > 7,
            String(decoding: bytes[..<7], as: UTF8.self).lowercased() == "bearer "
        else { return nil }
        return String(decoding: bytes[7...].drop { $0 == 0x20 }, as: UTF8.self)
    }
}
