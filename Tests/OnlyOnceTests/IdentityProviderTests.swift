import AccessRights
import ConsultLog
import DevelopmentCertificates
import Foundation
import HTTPTransfers
import Officials
import OfficialsFakes
import SourceSimulators
import TestSupport
import Testing

@testable import onlyonce

/// The keys of an identity provider over real TLS, and the tokens that it gives.
@Suite("the identity provider", .serialized)
struct IdentityProviderTests {
    private let folder: TemporaryFolder
    private let pki: DevelopmentPKI

    init() throws {
        folder = try TemporaryFolder()
        pki = try DevelopmentPKI.ensure(at: folder.path + "/certificates", now: Date())
    }

    /// What a test talks with.
    private struct Place: Sendable {
        let engine: TransferEngine
        let switches: IdentitySwitches
        let addresses: SimulatedIdentityProvider.Addresses
        let source: HTTPSKeySetSource
        let verifier: TokenVerifier
        let token: @Sendable () async throws -> String
        let certificate: BoundCertificate

        func verdict() async throws -> TokenVerdict {
            try await verifier.verdict(
                on: try await token(), presentedBy: certificate,
                at: SimulatedSources.systemTime())
        }
    }

    private func run(_ talk: @Sendable (Place) async throws -> Void) async throws {
        let provider = try SimulatedIdentityProvider(.init(identifyingFor: pki))
        let engine = try TransferEngine()
        let client = pki.application(.dpoConsole)
        let authority = pki.sourceAuthority
        let certificate = try BoundCertificate(
            parsing: DevelopmentCertificates.CertificateFingerprint(
                ofPEMFile: client.certificate
            ).hexadecimal)
        try await provider.whileRunning { addresses in
            let source = HTTPSKeySetSource(
                engine: engine, url: try SourceURL(parsing: addresses.keySet),
                identity: TLSIdentity(certificate: nil, authoritiesPath: authority),
                deadline: .seconds(30))
            let signIn = DemoSignIn(
                engine: engine, provider: addresses, client: client, name: "dpo-console",
                authority: authority)
            try await talk(
                Place(
                    engine: engine, switches: provider.switches, addresses: addresses,
                    source: source,
                    verifier: TokenVerifier(
                        TokenRules(
                            issuer: addresses.issuer, audience: DemoWorkplace.audience,
                            algorithms: [.es256], scope: "onlyonce", officialClaim: "egovNRN"),
                        keys: KeySetCache(source, now: SimulatedSources.systemTime)),
                    token: { try await signIn.token(of: "official-anna") },
                    certificate: certificate))
        }
        await engine.shutdown()
    }

    @Test("somebody signs in, and the token names them on the certificate that it is bound to")
    func signsIn() async throws {
        try await run { place in
            guard case .accepted(let token) = try await place.verdict() else {
                Issue.record("the token was refused")
                return
            }
            #expect(token.official.text == "85500390193")
            let other = BoundCertificate(ofCertificate: [1])
            let stolen = try await place.verifier.verdict(
                on: try await place.token(), presentedBy: other,
                at: SimulatedSources.systemTime())
            #expect(stolen == .refused(.boundToAnother))
        }
    }

    @Test(
        "each way of going wrong has its own reason",
        arguments: [
            (IdentityFault.unsigned, TokenRefusal.algorithmNotAllowed),
            (.wrongAudience, .wrongAudience), (.wrongIssuer, .wrongIssuer),
            (.unbound, .notBound), (.expired, .expired), (.unknownKey, .unknownKey),
        ])
    func refuses(_ fault: IdentityFault, _ refusal: TokenRefusal) async throws {
        try await run { place in
            place.switches.set(fault)
            let verdict = try await place.verdict()
            #expect(verdict == .refused(refusal))
        }
    }

    @Test(
        "a key set that is huge, garbled or an error, and a provider that is down, are failures",
        arguments: [
            (IdentityFault.hugeKeySet, KeySetFailure.tooLarge),
            (.garbledKeySet, .unintelligible), (.noKeySet, .refused), (.down, .unreachable),
        ])
    func fails(_ fault: IdentityFault, _ failure: KeySetFailure) async throws {
        try await run { place in
            let token = try await place.token()
            place.switches.set(fault)
            await #expect(throws: failure) {
                _ = try await place.verifier.verdict(
                    on: token, presentedBy: place.certificate,
                    at: SimulatedSources.systemTime())
            }
            // Once more within the pause: nobody is asked.
            let asked = place.switches.keySetRequests
            await #expect(throws: failure) {
                _ = try await place.verifier.verdict(
                    on: token, presentedBy: place.certificate,
                    at: SimulatedSources.systemTime())
            }
            #expect(place.switches.keySetRequests == asked)
        }
    }

    @Test("a certificate of another authority is not believed")
    func holdsToAuthority() async throws {
        let foreign = pki.foreignAuthority
        try await run { place in
            let source = HTTPSKeySetSource(
                engine: place.engine, url: place.source.url,
                identity: TLSIdentity(certificate: nil, authoritiesPath: foreign),
                deadline: .seconds(30))
            await #expect(throws: KeySetFailure.notTrusted) { try await source.document() }
        }
    }

    @Test("a client without a certificate gets no token")
    func needsCertificate() async throws {
        let authority = pki.sourceAuthority
        try await run { place in
            await #expect(throws: (any Error).self) {
                try await place.engine.perform(
                    TransferRequest(
                        .post, url: place.addresses.token,
                        body: Array("grant_type=client_credentials&client_id=x".utf8),
                        identity: TLSIdentity(certificate: nil, authoritiesPath: authority),
                        deadline: .seconds(30)))
            }
        }
    }
}
