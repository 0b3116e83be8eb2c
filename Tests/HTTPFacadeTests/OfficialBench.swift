import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import DevelopmentCertificates
import Facts
import HTTPFacade
import Officials
import OfficialsFakes

/// How a facade under test knows officials: a mint of tokens, and a directory in memory.
struct OfficialBench: Sendable {
    let mint: TokenMint
    let keys: ScriptedKeySource
    let directory: OfficialDirectory
    let storage = InMemoryOfficialsStorage()
    let endpoint = ScriptedTokenEndpoint()

    init(_ log: ConsultLog) throws {
        mint = try TokenMint()
        keys = ScriptedKeySource(try mint.keySet())
        directory = OfficialDirectory(
            storage, key: DirectoryKey(secret: SymmetricKey(size: .bits256)), log: log,
            now: { LogBench.time })
    }

    var faces: OfficialFaces {
        let cache = KeySetCache(keys, now: { LogBench.time })
        let desk = SignInDesk(
            SignInRules(
                issuer: mint.issuer, client: "onlyonce", authorisation: "https://idp.example/a",
                redirect: "https://onlyonce.example/sign-in/callback", algorithms: [.es256],
                officialClaim: "sub"),
            keys: cache, endpoint: endpoint, directory: directory, now: { LogBench.time })
        let identifier = OfficialIdentifier(
            TokenVerifier(
                TokenRules(
                    issuer: mint.issuer, audience: mint.audience, algorithms: [.es256],
                    scope: "onlyonce", officialClaim: "sub", citizenScope: "citizen"),
                keys: cache),
            directory: directory, now: { LogBench.time })
        return OfficialFaces(
            tokens: { token, certificate throws(IdentificationFailure) in
                try await identifier.verdict(on: token, presentedBy: certificate)
            }, scope: "onlyonce", directory: directory,
            signIn: desk)
    }

    /// The field of a request with a token of this moment, bound to an application's certificate.
    func field(
        _ certificates: DevelopmentPKI, boundTo application: ApplicationName = .taxDepartment,
        _ changes: [String: (any Sendable)?] = [:], signed: TokenMint.Signature = .es256
    ) throws -> [String] {
        let fingerprint = try BoundCertificate(
            parsing: DevelopmentCertificates.CertificateFingerprint(
                ofPEMFile: certificates.application(application).certificate
            ).hexadecimal)
        let token = try mint.token(
            at: LogBench.time.milliseconds / 1000, boundTo: fingerprint.bytes, changes,
            signed: signed)
        return ["-H", "Authorization: Bearer \(token)"]
    }
}
