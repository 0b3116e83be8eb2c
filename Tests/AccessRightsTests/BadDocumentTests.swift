import AccessRights
import Facts
import Testing

/// Documents that somebody hands in to do harm, or by mistake: each has its outcome.
@Suite("Bad documents")
struct BadDocumentTests {
    private static let good = AuthorisationParsingTests.good

    /// Nine levels of nine aliases each: 387 million names when written out.
    private static var bomb: String {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        return text
    }

    private func issues(_ text: String) -> [DocumentIssue] {
        do throws(InvalidAuthorisation) {
            _ = try Authorisation(parsing: text.utf8)
            return []
        } catch {
            return error.issues
        }
    }

    @Test("aliases that explode are refused before anything is made of them")
    func explosion() throws {
        let start = ContinuousClock.now
        for text in [Self.good + Self.bomb, Self.bomb + Self.good, Self.bomb] {
            let issue = try #require(issues(text).first)
            #expect(issue.problem.contains("alias") || issue.problem.contains("anchor"))
        }
        #expect(start.duration(to: .now) < .seconds(5))
    }

    @Test(
        "a key that stands twice is refused wherever it stands, though both say the same",
        arguments: [
            ("id: alpha", "id: alpha\nid: alpha"),
            ("number: 1/2026", "number: 1/2026\n  number: 1/2026"),
            ("{nl: Wet, fr: Loi}", "{nl: Wet, fr: Loi, nl: Wet}"),
            ("{from: 2026-01-01,", "{from: 2026-01-01, from: 2026-02-01,"),
            ("attributes: [person.name]", "attributes: [person.name]\n  attributes: [person.sex]"),
        ])
    func twice(_ old: String, _ new: String) throws {
        let issue = try #require(issues(Self.good.replacing(old, with: new)).first)
        #expect(issue.problem.contains("twice"))
    }

    @Test(
        "dates that contradict each other are refused with their place",
        arguments: [
            ("until: 2026-12-31", "until: 2025-12-31", "validity.until"),
            ("knownSince: 2026-01-01", "knownSince: 2027-01-01", "knownSince"),
        ])
    func dates(_ old: String, _ new: String, _ path: String) {
        #expect(issues(Self.good.replacing(old, with: new)).map(\.path) == [path])
    }

    @Test("what nobody knows of is refused, and not said again")
    func unknown() throws {
        for (old, new, path) in [
            ("[person.name]", "[person.name, person.shoeSize]", "grants.attributes[1]"),
            ("[isAlive]", "[isRich]", "grants.verifications[0]"),
        ] {
            let found = issues(Self.good.replacing(old, with: new))
            #expect(found.map(\.path) == [path])
            #expect(!found.contains { $0.problem.contains("shoe") || $0.problem.contains("Rich") })
        }
    }

    @Test("of rights that overlap the smaller name is given, and what ends one leaves the other")
    func overlaps() throws {
        let first = try RightsExamples.authorisation("alpha")
        let second = try RightsExamples.authorisation("beta")
        #expect(first.overlap(with: second) != nil)
        let day = try Examples.day("2026-06-01")
        var history = try RightsHistory(
            replaying: RightsExamples.approved(second) + RightsExamples.approved(first, at: 5))
        func granting() throws -> AuthorisationID? {
            let request = AccessRequest(
                organisation: try Examples.organisation(), application: try Examples.application(),
                purpose: first.terms.purpose.id, wish: .attributes([.personName]),
                namesDossier: true, identifiesOfficial: true)
            switch history.rights(on: day).decide(request, on: day) {
            case .permitted(let grant): return grant.authorisation.id
            case .conditional(let grants): return grants.first?.grant.authorisation.id
            case .refused: return nil
            }
        }
        #expect(try granting() == first.id)
        let ended = try RightsExamples.change(.revoke, first, by: RightsExamples.dpo, at: 20)
        #expect(history.append(ended) == nil)
        #expect(try granting() == second.id)
        let other = try RightsExamples.change(.suspend, second, by: RightsExamples.dpo, at: 21)
        #expect(history.append(other) == nil)
        #expect(try granting() == nil)
    }
}
