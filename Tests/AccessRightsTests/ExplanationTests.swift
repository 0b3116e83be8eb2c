import AccessRights
import Facts
import TestSupport
import Testing

@Suite("Explaining rights")
struct ExplanationTests {
    private let day: CalendarDate

    init() throws { day = try Examples.day("2026-06-01") }

    @Test("a suspended right is named as the one that would allow it")
    func suspended() throws {
        let terms = try RightsExamples.authorisation()
        let history = try RightsHistory(
            replaying: RightsExamples.approved(terms) + [
                RightsExamples.change(.suspend, terms, by: RightsExamples.dpo, at: 9)
            ])
        let explanation = history.explain(try Examples.request(), on: day)
        #expect(explanation.lines.contains("alpha would allow it, but is suspended"))
        #expect(explanation.candidates.map(\.lacks) == [[]])
    }

    @Test("what a right lacks is said, and which right would be needed")
    func lacking() throws {
        let history = try RightsHistory(
            replaying: RightsExamples.approved(RightsExamples.authorisation()))
        let explanation = history.explain(
            try Examples.request(.attributes([.personSex])), on: day)
        #expect(explanation.candidates.first?.lacks == [.attributeNotGranted(.personSex)])
        let needed = try #require(explanation.needed.last)
        #expect(needed.contains("purpose permits") && needed.contains("person.sex"))
        #expect(explanation.lines.first == "refused: attribute not granted: person.sex")
    }

    @Test("what an application may see tells what would be checked")
    func visible() throws {
        let terms = try RightsExamples.authorisation {
            $0.population = .residents(of: [NISCode(.evere)])
            $0.conditions = AuthorisationConditions(dossierRequired: true, officialRequired: false)
        }
        let history = try RightsHistory(replaying: RightsExamples.approved(terms))
        let seen = history.visible(
            to: try Examples.application(), of: try Examples.organisation(), on: day)
        let right = try #require(seen.first)
        #expect(right.isChecked && right.attributes == [.personName, .personMainResidence])
        #expect(right.lines.contains("  when: dossierRequired"))
        let nothing = history.visible(
            to: try Examples.application("other"), of: try Examples.organisation(), on: day)
        #expect(nothing.isEmpty)
    }

    @Test("two versions differ in words")
    func differences() throws {
        let first = try RightsExamples.authorisation()
        let second = try RightsExamples.authorisation {
            $0.attributes = [.personName, .personSex]
            $0.validity = Validity(from: $0.validity.from, until: nil)
        }
        #expect(TermsDifference.between(first, first).isEmpty)
        #expect(
            TermsDifference.between(first, second).map(\.description) == [
                "grants.attributes: person.mainResidence is taken away",
                "grants.attributes: person.sex is added",
                "validity.until: 2026-12-31 is taken away",
            ])
    }

    @Test("what is written as YAML reads back to the same terms", arguments: UInt64(0)..<40)
    func yaml(seed: UInt64) throws {
        var random = RandomRights(seed: seed)
        for authorisation in try random.authorisations(atMost: 5) {
            #expect(try Authorisation(parsing: Array(authorisation.yaml.utf8)) == authorisation)
            #expect(try Authorisation(parsing: authorisation.canonicalJSON) == authorisation)
        }
    }

    @Test("rights that overlap are found, those that do not are not")
    func overlaps() throws {
        let first = try RightsExamples.authorisation()
        let second = try RightsExamples.authorisation("beta") { $0.attributes = [.personName] }
        #expect(first.overlap(with: second)?.attributes == [.personName])
        let later = try RightsExamples.authorisation("gamma") {
            $0.validity = Validity(from: try Examples.day("2027-01-01"), until: nil)
        }
        #expect(first.overlap(with: later) == nil)
        let elsewhere = try RightsExamples.authorisation("delta") {
            $0.purpose = try Examples.purpose("other")
        }
        #expect(first.overlap(with: elsewhere) == nil)
        #expect(first.overlap(with: first) == nil)
    }
}
