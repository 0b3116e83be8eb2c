import AccessRights
import Facts
import Testing

@Suite("Why something is refused")
struct RefusalTests {
    struct Situation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let request: AccessRequest
        var day = "2026-06-01"
        let reasons: [RefusalReason]
    }

    /// One authorisation for names and addresses, bound to a dossier and an official, in 2026.
    static func rights() throws -> AccessRights {
        try Examples.rights(
            Examples.terms {
                $0.conditions = AuthorisationConditions(
                    dossierRequired: true, officialRequired: true)
            },
            Examples.terms("other-purpose") {
                $0.purpose = try Examples.purpose("archive")
                $0.applications = .named([try Examples.application("archive")])
            })
    }

    static func situations() throws -> [Situation] {
        let alpha = try AuthorisationID(parsing: "alpha")
        return [
            Situation(
                testDescription: "an organisation without any authorisation",
                request: try Examples.request(organisation: 2), reasons: [.organisationHasNone]),
            Situation(
                testDescription: "an application that no authorisation names",
                request: try Examples.request(application: "desk"),
                reasons: [.applicationNotCovered(try Examples.application("desk"))]),
            Situation(
                testDescription: "a purpose that nobody granted",
                request: try Examples.request(purpose: "marketing"),
                reasons: [.purposeNotGranted(try PurposeID(parsing: "marketing"))]),
            Situation(
                testDescription: "a purpose that another application has",
                request: try Examples.request(purpose: "archive"),
                reasons: [.purposeNotGranted(try PurposeID(parsing: "archive"))]),
            Situation(
                testDescription: "neither the application nor the purpose",
                request: try Examples.request(application: "desk", purpose: "marketing"),
                reasons: [
                    .applicationNotCovered(try Examples.application("desk")),
                    .purposeNotGranted(try PurposeID(parsing: "marketing")),
                ]),
            Situation(
                testDescription: "the day before the first",
                request: try Examples.request(dossier: true, official: true), day: "2025-12-31",
                reasons: [.notYetValid(alpha, from: try Examples.day("2026-01-01"))]),
            Situation(
                testDescription: "the day after the last",
                request: try Examples.request(dossier: true, official: true), day: "2027-01-01",
                reasons: [.noLongerValid(alpha, until: try Examples.day("2026-12-31"))]),
            Situation(
                testDescription: "two attributes too many, each named, in the catalogue's order",
                request: try Examples.request(
                    .attributes([.vehicleHolder, .personName, .personBirthDate]), dossier: true,
                    official: true),
                reasons: [
                    .attributeNotGranted(.personBirthDate), .attributeNotGranted(.vehicleHolder),
                ]),
            Situation(
                testDescription: "a verification",
                request: try Examples.request(
                    .verification(.isAdult), dossier: true, official: true),
                reasons: [.verificationNotGranted(.isAdult)]),
            Situation(
                testDescription: "no dossier", request: try Examples.request(official: true),
                reasons: [.dossierRequired]),
            Situation(
                testDescription: "no official", request: try Examples.request(dossier: true),
                reasons: [.officialRequired]),
            Situation(
                testDescription: "everything that can be missing at once",
                request: try Examples.request(.attributes([.personSex, .personName])),
                day: "2027-06-01",
                reasons: [
                    .noLongerValid(alpha, until: try Examples.day("2026-12-31")),
                    .attributeNotGranted(.personSex), .dossierRequired, .officialRequired,
                ]),
            Situation(
                testDescription: "nothing at all",
                request: try Examples.request(.attributes([]), dossier: true, official: true),
                reasons: [.nothingAsked]),
        ]
    }

    @Test("a refusal names every reason, in a fixed order")
    func reasons() throws {
        let rights = try Self.rights()
        for situation in try Self.situations() {
            let decision = rights.decide(situation.request, on: try Examples.day(situation.day))
            #expect(decision.reasons == situation.reasons, "\(situation.testDescription)")
        }
    }

    @Test("the first and the last day are both included", arguments: ["2026-01-01", "2026-12-31"])
    func bothDays(_ day: String) throws {
        let rights = try Examples.rights(Examples.terms())
        #expect(rights.decide(try Examples.request(), on: try Examples.day(day)).reasons == nil)
    }

    @Test("nothing is given before the authorisation was known, also when it holds retroactively")
    func knownSince() throws {
        let known = try Examples.day("2026-03-01")
        let terms = try Examples.terms { $0.knownSince = known }
        let rights = try Examples.rights(terms)
        let before = rights.decide(try Examples.request(), on: known.adding(days: -1))
        #expect(before.reasons == [.notYetValid(terms.id, from: known)])
        #expect(rights.decide(try Examples.request(), on: known).reasons == nil)
    }

    @Test("the authorisation that comes closest gives the reasons")
    func closest() throws {
        let rights = try Examples.rights(
            Examples.terms("a-far") { $0.attributes = [.personSex] },
            Examples.terms("b-near") { $0.attributes = [.personName] },
            Examples.terms("c-near-but-past") {
                $0.attributes = [.personName, .personBirthDate]
                $0.validity = Validity(
                    from: $0.validity.from, until: try Examples.day("2026-02-01"))
            })
        let wish = AccessRequest.Wish.attributes([.personName, .personBirthDate])
        let decision = rights.decide(
            try Examples.request(wish), on: try Examples.day("2026-06-01"))
        #expect(decision.reasons == [.attributeNotGranted(.personBirthDate)])
    }

    @Test("rights are never added up: one authorisation covers the request, or none does")
    func neverAddedUp() throws {
        let rights = try Examples.rights(
            Examples.terms("a") { $0.attributes = [.personName] },
            Examples.terms("b") { $0.attributes = [.personBirthDate] })
        let wish = AccessRequest.Wish.attributes([.personName, .personBirthDate])
        let decision = rights.decide(try Examples.request(wish), on: try Examples.day("2026-06-01"))
        #expect(decision.reasons == [.attributeNotGranted(.personBirthDate)])
    }

    @Test("rights that hold nothing refuse everything")
    func empty() throws {
        let decision = AccessRights().decide(
            try Examples.request(), on: try Examples.day("2026-06-01"))
        #expect(decision.reasons == [.organisationHasNone])
    }

    @Test("no right makes up for a missing role, which is named before what else is missing")
    func missingRole() throws {
        func reasons(_ request: AccessRequest) throws -> [RefusalReason]? {
            let asked = AccessRequest(
                organisation: request.organisation, application: request.application,
                purpose: request.purpose, wish: request.wish, namesDossier: request.namesDossier,
                identifiesOfficial: request.identifiesOfficial, missingRole: .consumer)
            let day = try Examples.day("2026-06-01")
            guard case .refused(let refusal) = try Self.rights().decide(asked, on: day) else {
                return nil
            }
            return refusal.reasons
        }
        #expect(
            try reasons(try Examples.request(dossier: true, official: true))
                == [.roleMissing(.consumer)])
        #expect(
            try reasons(try Examples.request(organisation: 2))
                == [.roleMissing(.consumer), .organisationHasNone])
    }
}
