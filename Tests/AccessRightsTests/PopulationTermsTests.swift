import AccessRights
import Facts
import Testing

@Suite("Populations, dossiers and quotas of an authorisation")
struct PopulationTermsTests {
    private static func document(_ old: String, _ new: String) -> String {
        AuthorisationParsingTests.good.replacing(old, with: new)
    }

    private static let conditions = "{dossierRequired: false, officialRequired: true}"

    private static func issues(of text: String) -> [String] {
        do throws(InvalidAuthorisation) {
            _ = try Authorisation(parsing: text.utf8)
            return []
        } catch {
            return error.issues.map(\.path)
        }
    }

    @Test("every kind of population is read")
    func populations() throws {
        let permit = try ReferenceKind(parsing: "permit")
        let cases: [(String, Population)] = [
            ("everyone", .everyone), ("householdOfApplicant", .householdOfApplicant),
            ("{ownCitizensOf: '21015'}", .ownCitizens(of: NISCode(.schaerbeek))),
            ("{residentsOf: ['21015']}", .residents(of: [NISCode(.schaerbeek)])),
            ("{holdersOf: [permit]}", .holders(of: [permit])),
        ]
        for (text, population) in cases {
            let document = Self.document("population: everyone", "population: \(text)")
            #expect(try Authorisation(parsing: document.utf8).terms.population == population)
        }
    }

    @Test("dossiers that may be opened, a dossier that must be open, and quotas are read")
    func conditions() throws {
        let permit = try ReferenceKind(parsing: "permit")
        let text = Self.document(
            "  verifications: [isAlive]\n",
            "  verifications: [isAlive]\n  references: {kinds: [permit], maximumDays: 90}\n"
        ).replacing(
            Self.conditions,
            with: "{dossierRequired: false, officialRequired: true, openDossier: [permit], "
                + "quota: {perDay: 100, perOfficialPerDay: 20}}")
        let terms = try Authorisation(parsing: text.utf8).terms
        #expect(terms.references == ReferenceGrant(kinds: [permit], maximumDays: 90))
        #expect(terms.conditions.openDossier == [permit])
        #expect(terms.conditions.quota == Quota(perDay: 100, perOfficialPerDay: 20))
    }

    @Test("to open dossiers is a grant by itself")
    func referencesAlone() throws {
        let text = Self.document(
            "  attributes: [person.name]\n  verifications: [isAlive]\n",
            "  references: {kinds: [permit], maximumDays: 90}\n")
        #expect(try Authorisation(parsing: text.utf8).terms.attributes.isEmpty)
    }

    @Test(
        "what makes no sense is named with its place",
        arguments: [
            ("population: everyone", "population: {holdersOf: []}", "population.holdersOf"),
            (
                "population: everyone", "population: {holdersOf: [Permit]}",
                "population.holdersOf[0]"
            ),
            ("population: everyone", "population: {ownCitizensOf: x}", "population.ownCitizensOf"),
            (
                "  verifications: [isAlive]",
                "  references: {kinds: [], maximumDays: 5}", "grants.references"
            ),
            (
                "  verifications: [isAlive]",
                "  references: {kinds: [permit], maximumDays: 0}", "grants.references.maximumDays"
            ),
            (
                "officialRequired: true", "officialRequired: true, openDossier: []",
                "conditions.openDossier"
            ),
            ("officialRequired: true", "officialRequired: true, quota: {}", "conditions.quota"),
            (
                "officialRequired: true", "officialRequired: true, quota: {perDay: 0}",
                "conditions.quota.perDay"
            ),
            (
                "officialRequired: true", "officialRequired: false, quota: {perOfficialPerDay: 5}",
                "conditions.quota"
            ),
            (
                "officialRequired: true", "officialRequired: true, quota: {perDay: 5, perHour: 2}",
                "conditions.quota.perHour"
            ),
        ])
    func refuses(_ old: String, _ new: String, _ path: String) {
        #expect(Self.issues(of: Self.document(old, new)).contains(path))
    }

    @Test("a household and own citizens have no plates and no enterprises; a dossier can")
    func vehicles() {
        for population in ["householdOfApplicant", "{ownCitizensOf: '21015'}"] {
            let text = Self.document("[person.name]", "[vehicle.make]")
                .replacing("population: everyone", with: "population: \(population)")
            #expect(Self.issues(of: text) == ["grants.attributes"])
        }
        let text = Self.document("[person.name]", "[vehicle.make]")
            .replacing("population: everyone", with: "population: {holdersOf: [permit]}")
        #expect(Self.issues(of: text).isEmpty)
    }

    @Test("a reason about a dossier is written down and read back")
    func reasons() throws {
        let permit = try ReferenceKind(parsing: "permit")
        for reason in [
            RefusalReason.referenceNotGranted(permit), .referenceTooLong(permit),
            .openDossierRequired, .quotaExhausted,
        ] {
            #expect(RefusalReason(code: reason.code, name: reason.name, day: reason.day) == reason)
        }
    }
}
