import AccessRights
import Facts
import Foundation
import Testing

@Suite("The hash of an authorisation")
struct AuthorisationHashTests {
    /// Every part of the terms, changed once.
    private static func changes() throws -> [(inout AuthorisationTerms) -> Void] {
        let other = LocalizedText(nl: "Ander", fr: "Autre")
        let english = LocalizedText(nl: "Voorbeeld", fr: "Exemple", en: "Example")
        let day = try Examples.day("2026-01-02")
        let organisation = try Examples.organisation(2)
        let application = try Examples.application("desk")
        let id = try AuthorisationID(parsing: "omega")
        let purpose = try Examples.purpose("archive")
        let retention = try RetentionClass(parsing: "one-year")
        let permit = try ReferenceKind(parsing: "permit")
        let card = try ReferenceKind(parsing: "card")
        return [
            { _ in }, { $0.id = id }, { $0.title = other }, { $0.title = english },
            { $0.grantedBy = Deliberation(body: other, number: "1/2026", date: $0.knownSince) },
            { $0.grantedBy = Deliberation(body: $0.title, number: "2", date: $0.knownSince) },
            { $0.grantedBy = Deliberation(body: $0.title, number: "1/2026", date: day) },
            { $0.organisation = organisation }, { $0.applications = .all },
            { $0.applications = .named([application]) }, { $0.purpose = purpose },
            { $0.attributes = [.personName] }, { $0.verifications = [.isAlive] },
            { $0.population = .residents(of: [NISCode(.evere)]) },
            { $0.validity = Validity(from: $0.knownSince, until: nil) },
            { $0.validity = Validity(from: day, until: $0.validity.until) },
            { $0.knownSince = day },
            {
                $0.conditions = AuthorisationConditions(
                    dossierRequired: true, officialRequired: false)
            },
            {
                $0.conditions = AuthorisationConditions(
                    dossierRequired: false, officialRequired: true)
            },
            { $0.references = ReferenceGrant(kinds: [permit], maximumDays: 30) },
            { $0.references = ReferenceGrant(kinds: [permit], maximumDays: 31) },
            { $0.references = ReferenceGrant(kinds: [card], maximumDays: 30) },
            { $0.population = .ownCitizens(of: NISCode(.evere)) },
            { $0.population = .householdOfApplicant }, { $0.population = .holders(of: [permit]) },
            { $0.population = .holders(of: [card]) },
            { $0.conditions = .with(openDossier: [permit]) },
            { $0.conditions = .with(openDossier: [card]) },
            { $0.conditions = .with(quota: Quota(perDay: 5, perOfficialPerDay: nil)) },
            { $0.conditions = .with(quota: Quota(perDay: 6, perOfficialPerDay: nil)) },
            {
                $0.conditions = .with(
                    quota: Quota(perDay: 5, perOfficialPerDay: 5), officialRequired: true)
            },
            { $0.retention = retention }, { $0.disclosure = .after(months: 6, legalBasis: other) },
            { $0.disclosure = .after(months: 7, legalBasis: other) },
        ]
    }

    @Test("any other term makes another hash")
    func sensitive() throws {
        let hashes = try Self.changes().map { try Authorisation(Examples.terms("alpha", $0)).hash }
        #expect(Set(hashes).count == hashes.count)
    }

    @Test("comments, layout and order of the document make no other hash")
    func insensitive() throws {
        let good = AuthorisationParsingTests.good
        let expected = try Authorisation(parsing: good.utf8).hash
        let lines = good.split(separator: "\n")
        let rotated = (["retention: ten-years", "disclosure: atOnce"] + lines.dropLast(2))
            .joined(separator: "\n")
        let others = [
            "# a comment\n" + good, rotated,
            good.replacing("[isAlive]", with: "\n    - 'isAlive' # a question"),
            good.replacing("\"1990000134\"", with: "BE 1990.000.134"),
        ]
        for text in others { #expect(try Authorisation(parsing: text.utf8).hash == expected) }
    }

    @Test("the canonical text is JSON that anybody can hash again")
    func canonical() throws {
        let authorisation = try Authorisation(parsing: AuthorisationParsingTests.good.utf8)
        #expect(
            String(decoding: authorisation.canonicalJSON, as: UTF8.self) == """
                {"applications":["counter"],"conditions":{"dossierRequired":false,\
                "officialRequired":true},"disclosure":"atOnce","grantedBy":{"body":{"fr":\
                "Commission","nl":"Commissie"},"date":"2026-01-01","number":"1/2026"},"grants":\
                {"attributes":["person.name"],"verifications":["isAlive"]},"id":"alpha",\
                "knownSince":"2026-01-01","organisation":"1990000134","population":"everyone",\
                "purpose":{"id":"permits","label":{"fr":"Exemple","nl":"Voorbeeld"},"legalBasis":\
                [{"fr":"Loi","nl":"Wet"}],"legalContext":"PERMITS"},"retention":"ten-years",\
                "title":{"fr":"Exemple","nl":"Voorbeeld"},"validity":{"from":"2026-01-01",\
                "until":"2026-12-31"}}
                """)
    }

    @Test("a document of which a byte was changed is refused with a reason, or says something else")
    func everyByteChanged() throws {
        let good = Array(AuthorisationParsingTests.good.utf8)
        let expected = try Authorisation(parsing: good)
        for index in good.indices {
            var bytes = good
            bytes[index] ^= 1 << (index % 8)
            do throws(InvalidAuthorisation) {
                let read = try Authorisation(parsing: bytes)
                #expect((read.terms == expected.terms) == (read.hash == expected.hash))
            } catch {
                #expect(!error.issues.isEmpty)
            }
        }
    }

    @Test("a document that was cut off is refused")
    func everyLength() {
        let good = Array(AuthorisationParsingTests.good.utf8)
        for length in stride(from: 0, to: good.count - 3, by: 3) {
            #expect(throws: InvalidAuthorisation.self) {
                try Authorisation(parsing: good[..<length])
            }
        }
    }
}

extension AuthorisationConditions {
    fileprivate static func with(
        openDossier: Set<ReferenceKind>? = nil, quota: Quota? = nil, officialRequired: Bool = false
    ) -> AuthorisationConditions {
        AuthorisationConditions(
            dossierRequired: false, officialRequired: officialRequired, openDossier: openDossier,
            quota: quota)
    }
}
