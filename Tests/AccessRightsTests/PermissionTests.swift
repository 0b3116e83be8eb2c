import AccessRights
import Facts
import Testing

@Suite("What is permitted, and under which authorisation")
struct PermissionTests {
    @Test("a grant names the authorisation, its hash, the wish, the purpose and the retention")
    func grant() throws {
        let terms = try Examples.terms()
        let request = try Examples.request(.attributes([.personMainResidence]))
        let decision = try Examples.rights(terms)
            .decide(request, on: try Examples.day("2026-06-01"))
        #expect(
            try decision
                == .permitted(
                    Grant(
                        authorisation: Authorisation(terms).reference, wish: request.wish,
                        purpose: terms.purpose, retention: terms.retention)))
    }

    @Test("an authorisation for all applications covers any of the organisation")
    func allApplications() throws {
        let rights = try Examples.rights(Examples.terms { $0.applications = .all })
        let day = try Examples.day("2026-06-01")
        #expect(rights.decide(try Examples.request(application: "any"), on: day).reasons == nil)
        let foreign = try Examples.request(application: "any", organisation: 2)
        #expect(rights.decide(foreign, on: day).reasons == [.organisationHasNone])
    }

    @Test("one about everyone is preferred, then the smallest id")
    func preference() throws {
        let residents = Population.residents(of: [NISCode(.evere)])
        let day = try Examples.day("2026-06-01")
        let rights = try Examples.rights(
            Examples.terms("c"), Examples.terms("b") { $0.applications = .all },
            Examples.terms("a") { $0.population = residents })
        #expect(rights.decide(try Examples.request(), on: day).authorisations == ["b"])
        let fewer = try Examples.rights(
            Examples.terms("c"), Examples.terms("a") { $0.population = residents })
        #expect(fewer.decide(try Examples.request(), on: day).authorisations == ["c"])
    }

    @Test("each population has its own grant: two municipalities do not hide one another")
    func populations() throws {
        let rights = try Examples.rights(
            Examples.terms("b") { $0.population = .residents(of: [NISCode(.evere)]) },
            Examples.terms("a") {
                $0.population = .residents(of: [NISCode(.jette)])
                $0.applications = .all
            },
            Examples.terms("c") { $0.population = .residents(of: [NISCode(.evere)]) })
        let decision = rights.decide(
            try Examples.request(), on: try Examples.day("2026-06-01"))
        #expect(decision.authorisations == ["a", "b", "c"])
        let evere = decision.grant(aboutResidentOf: NISCode(.evere))
        #expect(evere?.authorisation.id.text == "b")
        let jette = decision.grant(aboutResidentOf: NISCode(.jette))
        #expect(jette?.authorisation.id.text == "a")
        #expect(decision.grant(aboutResidentOf: NISCode(.uccle)) == nil)
    }

    @Test("all that a verification derives from allows it too, but for pseudonyms of a household")
    func derivedVerifications() throws {
        let rights = try Examples.rights(
            Examples.terms { $0.attributes = Set(AttributeGroup.household.attributes) })
        let day = try Examples.day("2026-06-01")
        let derived = try Examples.request(.verification(.sharesHouseholdWith))
        #expect(rights.decide(derived, on: day).reasons == nil)
        let pseudonyms = try Examples.request(.verification(.householdPseudonyms))
        #expect(
            rights.decide(pseudonyms, on: day).reasons
                == [.verificationNotGranted(.householdPseudonyms)])
    }

    @Test("a verification does not give the facts behind it", arguments: VerificationID.allCases)
    func noFacts(_ verification: VerificationID) throws {
        let rights = try Examples.rights(
            Examples.terms {
                $0.attributes = []
                $0.verifications = [verification]
            })
        let day = try Examples.day("2026-06-01")
        #expect(
            rights.decide(try Examples.request(.verification(verification)), on: day).reasons
                == nil)
        for attribute in verification.attributes {
            #expect(
                rights.decide(try Examples.request(.attributes([attribute])), on: day).reasons
                    == [.attributeNotGranted(attribute)])
        }
    }

    @Test("two authorisations with one id are refused when they differ, and one when they do not")
    func conflicts() throws {
        let one = try Authorisation(Examples.terms())
        let other = try Authorisation(Examples.terms { $0.attributes = [.personSex] })
        #expect(throws: ConflictingAuthorisations(ids: [one.id])) {
            try AccessRights([one, other])
        }
        #expect(try AccessRights([one, one]).authorisations == [one])
    }

    @Test("every attribute and verification has a bit of its own")
    func bits() throws {
        let day = try Examples.day("2026-06-01")
        for attribute in AttributeID.allCases {
            let rights = try Examples.rights(Examples.terms { $0.attributes = [attribute] })
            let others = Set(AttributeID.allCases).subtracting([attribute])
            let decision = rights.decide(
                try Examples.request(.attributes(Set(AttributeID.allCases))), on: day)
            let expected = AttributeID.allCases.filter(others.contains)
            #expect(decision.reasons == expected.map(RefusalReason.attributeNotGranted))
        }
        for verification in VerificationID.allCases {
            let rights = try Examples.rights(
                Examples.terms {
                    $0.attributes = []
                    $0.verifications = [verification]
                })
            for asked in VerificationID.allCases {
                let decision = rights.decide(try Examples.request(.verification(asked)), on: day)
                #expect((decision.reasons == nil) == (asked == verification))
            }
        }
    }
}
