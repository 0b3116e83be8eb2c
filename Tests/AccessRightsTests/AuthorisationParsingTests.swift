import AccessRights
import Facts
import Foundation
import Testing

@Suite("Reading an authorisation")
struct AuthorisationParsingTests {
    static let good = """
        id: alpha
        title: {nl: Voorbeeld, fr: Exemple}
        grantedBy:
          body: {nl: Commissie, fr: Commission}
          number: 1/2026
          date: 2026-01-01
        organisation: "1990000134"
        applications: [counter]
        purpose:
          id: permits
          label: {nl: Voorbeeld, fr: Exemple}
          legalBasis:
            - {nl: Wet, fr: Loi}
          legalContext: PERMITS
        grants:
          attributes: [person.name]
          verifications: [isAlive]
        population: everyone
        validity: {from: 2026-01-01, until: 2026-12-31}
        knownSince: 2026-01-01
        conditions: {dossierRequired: false, officialRequired: true}
        retention: ten-years
        disclosure: atOnce

        """

    /// The good document with a part of its text replaced.
    private static func document(_ old: String, _ new: String) -> String {
        guard let range = good.range(of: old) else { return "" }
        return good.replacingCharacters(in: range, with: new)
    }

    private static func issues(of text: String) -> [DocumentIssue] {
        do throws(InvalidAuthorisation) {
            _ = try Authorisation(parsing: text.utf8)
            return []
        } catch {
            return error.issues
        }
    }

    @Test("a document is read in full")
    func reads() throws {
        let terms = try Authorisation(parsing: Self.good.utf8).terms
        #expect(terms.id.text == "alpha")
        #expect(terms.grantedBy.number == "1/2026")
        #expect(try terms.organisation == Examples.organisation())
        #expect(try terms.applications == .named([Examples.application()]))
        #expect(terms.purpose.legalBasis == [LocalizedText(nl: "Wet", fr: "Loi")])
        #expect(terms.attributes == [.personName] && terms.verifications == [.isAlive])
        #expect(terms.population == .everyone)
        #expect(terms.validity.until?.text == "2026-12-31")
        #expect(terms.conditions.officialRequired && !terms.conditions.dossierRequired)
        #expect(terms.disclosure == .atOnce)
    }

    @Test("the other choices are read too")
    func readsChoices() throws {
        let text = Self.good
            .replacing("applications: [counter]", with: "applications: all")
            .replacing("[person.name]", with: "[household, person.name]")
            .replacing(
                "population: everyone", with: "population: {residentsOf: [\"21006\", 21010]}"
            )
            .replacing(", until: 2026-12-31", with: "")
            .replacing("atOnce", with: "{months: 6, legalBasis: {nl: Wet, fr: Loi, en: Act}}")
        let terms = try Authorisation(parsing: text.utf8).terms
        #expect(terms.applications == .all)
        #expect(terms.attributes == Set(AttributeGroup.household.attributes + [.personName]))
        #expect(terms.population == .residents(of: [NISCode(.evere), NISCode(.jette)]))
        #expect(terms.validity.until == nil)
        #expect(
            terms.disclosure
                == .after(months: 6, legalBasis: LocalizedText(nl: "Wet", fr: "Loi", en: "Act")))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let path: String
        let line: Int
    }

    static let mistakes = [
        Mistake("an unknown key", "id: alpha", "id: alpha\nidd: beta", "idd", 2),
        Mistake("an unknown inner key", "number: 1", "nr: 2\n  number: 1", "grantedBy.nr", 5),
        Mistake("a name in capitals", "id: alpha", "id: Alpha", "id", 1),
        Mistake("no French title", "{nl: Voorbeeld, fr: Exemple}", "{nl: a}", "title.fr", 2),
        Mistake("no Dutch label", "label: {nl: Voorbeeld, ", "label: {", "purpose.label.nl", 11),
        Mistake("a blank text", "fr: Commission", "fr: \" \"", "grantedBy.body.fr", 4),
        Mistake(
            "a control character", "nl: Wet", "nl: \"W\\u0007t\"", "purpose.legalBasis[0].nl", 13),
        Mistake(
            "text turned around", "nl: Wet", "nl: \"W\\u202Et\"", "purpose.legalBasis[0].nl", 13),
        Mistake(
            "a noncharacter", "nl: Wet", "nl: \"W\\U0001FFFEt\"", "purpose.legalBasis[0].nl", 13),
        Mistake(
            "a day that does not exist", "date: 2026-01-01", "date: 2026-02-30", "grantedBy.date", 6
        ),
        Mistake("a wrong check digit", "1990000134", "1990000135", "organisation", 7),
        Mistake("no application", "[counter]", "[]", "applications", 8),
        Mistake("an application twice", "[counter]", "[counter, counter]", "applications[1]", 8),
        Mistake("another word than all", "[counter]", "every", "applications", 8),
        Mistake("no legal basis", "\n    - {nl: Wet, fr: Loi}", " []", "purpose.legalBasis", 12),
        Mistake(
            "a legal context that is too long", "PERMITS", String(repeating: "P", count: 65),
            "purpose.legalContext", 14),
        Mistake(
            "an unknown attribute", "[person.name]", "[person.name, person.shoeSize]",
            "grants.attributes[1]", 16),
        Mistake(
            "an attribute twice", "[person.name]", "[person.name, person.name]",
            "grants.attributes[1]", 16),
        Mistake(
            "an attribute beside its group", "[person.name]", "[person, person.name]",
            "grants.attributes[1]", 16),
        Mistake("an unknown verification", "[isAlive]", "[isRich]", "grants.verifications[0]", 17),
        Mistake(
            "a verification twice", "[isAlive]", "[isAlive, isAlive]", "grants.verifications[1]", 17
        ),
        Mistake(
            "empty grants", "[person.name]\n  verifications: [isAlive]", "[]", "grants.attributes",
            16),
        Mistake(
            "a bad NIS code", "everyone", "{residentsOf: [2100]}", "population.residentsOf[0]", 18),
        Mistake(
            "a municipality twice", "everyone", "{residentsOf: [21006, 21006]}",
            "population.residentsOf[1]", 18),
        Mistake("no municipality", "everyone", "{residentsOf: []}", "population.residentsOf", 18),
        Mistake("until before from", "2026-12-31", "2025-12-31", "validity.until", 19),
        Mistake(
            "known after its end", "knownSince: 2026-01-01", "knownSince: 2027-01-01", "knownSince",
            20),
        Mistake(
            "a quoted condition", "dossierRequired: false", "dossierRequired: \"false\"",
            "conditions.dossierRequired", 21),
        Mistake(
            "a condition left out", "dossierRequired: false, ", "", "conditions.dossierRequired", 21
        ),
        Mistake(
            "a disclosure after no time", "atOnce", "{months: 0, legalBasis: {nl: a, fr: b}}",
            "disclosure.months", 23),
        Mistake(
            "a disclosure without a legal basis", "atOnce", "{months: 6}", "disclosure.legalBasis",
            23),
        Mistake(
            "a key twice", "retention: ten-years", "retention: ten-years\nretention: one-year", "",
            0),
        Mistake("an anchor", "retention: ten-years", "retention: &a ten-years", "retention", 22),
        Mistake("a tag", "retention: ten-years", "retention: !!binary ten-years", "retention", 22),
        Mistake(
            "a class of retention that nobody knows", "retention: ten-years",
            "retention: ten-year", "retention", 22),
        Mistake("no mapping", Self.good, "- a\n- b\n", "", 1),
    ]

    @Test("each mistake is named with its path and line", arguments: mistakes)
    func mistake(_ mistake: Mistake) throws {
        let issues = Self.issues(of: Self.document(mistake.old, mistake.new))
        if mistake.line > 0 {
            #expect(issues.map(\.path) == [mistake.path])
            #expect(issues.map(\.line) == [mistake.line])
        }
        #expect(!issues.isEmpty)
    }

    @Test("vehicles and enterprises cannot be granted about residents, and the issue says why")
    func residentsOfPlates() {
        let text = Self.good
            .replacing("everyone", with: "{residentsOf: [21006]}")
            .replacing("[person.name]", with: "[person.name, vehicle]")
            .replacing("[isAlive]", with: "[isAlive, enterpriseIsActive]")
        let issues = Self.issues(of: text)
        #expect(issues.map(\.path) == ["grants.attributes", "grants.verifications"])
        #expect(issues.allSatisfy { $0.problem.contains("cannot be checked") })
    }

    @Test("all mistakes of a document are named at once, in the order of the text")
    func all() {
        let text = Self.good
            .replacing("id: alpha", with: "id: ALPHA")
            .replacing("1990000134", with: "1990000135")
            .replacing("person.name", with: "person.shoeSize")
            .replacing("2026-12-31", with: "2025-12-31")
        #expect(
            Self.issues(of: text).map(\.path)
                == ["id", "organisation", "grants.attributes[0]", "validity.until"])
    }

    @Test("a mistake never repeats what was written")
    func noValues() {
        let text = Self.good
            .replacing("1990000134", with: "85073003328")
            .replacing("person.name", with: "85073003328")
            .replacing("id: alpha", with: "id: 85073003328 Peeters")
        let issues = Self.issues(of: text)
        #expect(issues.count == 3)
        #expect(issues.allSatisfy { !$0.description.contains("85073003328") })
    }

    @Test("terms that nobody read from a text are checked alike")
    func programmatic() throws {
        func issues(_ change: (inout AuthorisationTerms) -> Void) throws -> [String] {
            let terms = try Examples.terms { change(&$0) }
            do throws(InvalidAuthorisation) {
                _ = try Authorisation(terms)
                return []
            } catch {
                return error.issues.map(\.path)
            }
        }
        #expect(try issues { $0.attributes = [] } == ["grants"])
        #expect(try issues { $0.applications = .named([]) } == ["applications"])
        #expect(try issues { $0.population = .residents(of: []) } == ["population"])
        #expect(
            try issues {
                $0.population = .residents(of: [NISCode(.evere)])
                $0.verifications = [.vehicleIsHeldBy]
            } == ["grants.verifications"])
        #expect(
            try issues {
                $0.validity = Validity(from: $0.knownSince, until: $0.knownSince.adding(days: -1))
            }
                == ["validity.until", "knownSince"])
        #expect(
            try issues { $0.title = LocalizedText(nl: "a", fr: "b", en: "\u{FFFF}") }
                == ["title.en"])
    }
}

extension AuthorisationParsingTests.Mistake {
    fileprivate init(
        _ description: String, _ old: String, _ new: String, _ path: String, _ line: Int
    ) {
        testDescription = description
        self.old = old
        self.new = new
        self.path = path
        self.line = line
    }
}
