import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("who counts as an official")
struct OfficialIdentifierTests {
    private enum Held: CaseIterable {
        case nobody, others, them, left, lost
    }

    /// What becomes of a good token; `nil` when it is accepted.
    private func refusal(
        _ held: Held, mustBeKnown: Bool?, isKept: Bool
    ) async throws -> TokenRefusal? {
        let bench = try await DirectoryBench()
        try await bench.directory.begin { held == .lost }
        switch held {
        case .nobody, .lost: break
        case .others: _ = try await bench.enter("somebody-else")
        case .them: _ = try await bench.enter("official-1")
        case .left:
            let official = try await bench.enter("official-1")
            _ = try await bench.directory.change(
                official.id, OfficialEdit(isActive: false), for: bench.orderer)
        }
        let mint = try TokenMint()
        let certificate = BoundCertificate(ofCertificate: [1, 2, 3])
        let clock = bench.clock
        let identifier = OfficialIdentifier(
            TokenVerifier(
                TokenRules(
                    issuer: mint.issuer, audience: mint.audience, algorithms: [.es256],
                    scope: "onlyonce", officialClaim: "sub"),
                keys: KeySetCache(ScriptedKeySource(try mint.keySet()), now: { clock.now })),
            directory: bench.directory, mustBeKnown: mustBeKnown, isKept: { isKept },
            now: { clock.now })
        let verdict = try await identifier.verdict(
            on: try mint.token(at: clock.seconds, boundTo: certificate.bytes),
            presentedBy: certificate)
        switch verdict {
        case .accepted: return nil
        case .citizen:
            Issue.record("the token names an official")
            return nil
        case .refused(let refusal): return refusal
        }
    }

    @Test("unless somebody says otherwise a directory that holds anybody, or is kept, decides")
    func decidesByItself() async throws {
        let table: [(Held, isKept: Bool, TokenRefusal?)] = [
            (.nobody, false, nil), (.nobody, true, .noOfficial), (.others, false, .noOfficial),
            (.others, true, .noOfficial), (.them, true, nil), (.left, false, .deactivated),
            (.lost, false, .deactivated), (.lost, true, .deactivated),
        ]
        for (held, isKept, refused) in table {
            #expect(
                try await refusal(held, mustBeKnown: nil, isKept: isKept) == refused,
                "\(held), kept: \(isKept)")
        }
    }

    @Test("whoever takes the provider's word is still told who has left, and what was lost")
    func takesWord() async throws {
        let table: [(Held, TokenRefusal?)] = [
            (.nobody, nil), (.others, nil), (.them, nil), (.left, .deactivated),
            (.lost, .deactivated),
        ]
        for (held, refused) in table {
            #expect(
                try await refusal(held, mustBeKnown: false, isKept: true) == refused, "\(held)")
        }
    }

    @Test("whoever must be known is")
    func demandsEntry() async throws {
        for (held, refused) in [(Held.nobody, TokenRefusal.noOfficial), (.others, .noOfficial)] {
            #expect(try await refusal(held, mustBeKnown: true, isKept: false) == refused)
        }
        #expect(try await refusal(.them, mustBeKnown: true, isKept: false) == nil)
    }
}
