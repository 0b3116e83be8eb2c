import AccessRights
import Facts
import Foundation
import Testing

@Suite("The documents under Contracts")
struct SampleDocumentTests {
    private static let contracts = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Contracts")

    private static func authorisations() throws -> [Authorisation] {
        try FileManager.default
            .contentsOfDirectory(
                at: contracts.appending(path: "authorisations"), includingPropertiesForKeys: nil
            )
            .filter { $0.pathExtension == "yaml" }
            .map { try Authorisation(parsing: Data(contentsOf: $0)) }
    }

    private static func register() throws -> ApplicationRegister {
        try ApplicationRegister(
            parsing: Data(
                contentsOf: contracts.appending(path: "applications/applications.yaml")))
    }

    private static func decide(
        _ application: String, _ purpose: String, _ wish: AccessRequest.Wish,
        dossier: Bool = false, official: Bool = false
    ) throws -> AccessDecision {
        let id = try ApplicationID(parsing: application)
        let organisation =
            try register().application(id)?.organisation ?? EnterpriseNumber(base: 19_900_005)
        let request = AccessRequest(
            organisation: organisation, application: id,
            purpose: try PurposeID(parsing: purpose), wish: wish, namesDossier: dossier,
            identifiesOfficial: official)
        return try AccessRights(authorisations()).decide(
            request, on: try Examples.day("2026-11-21"))
    }

    @Test("every sample is read, is named after its file and says that it is a sample")
    func samples() throws {
        let authorisations = try Self.authorisations()
        #expect(
            Set(authorisations.map(\.id.text)) == [
                "parking-schaerbeek", "housing-agency", "tax-department", "dpo",
                "gateway-population-check", "housing-allocation",
            ])
        for authorisation in authorisations {
            #expect(authorisation.terms.title.en?.hasPrefix("SAMPLE") == true)
            #expect(authorisation.terms.organisation.digits.hasPrefix("1990000"))
        }
    }

    @Test(
        "the log names a document by the hash that others compute too",
        arguments: [
            // Computed with Python's json and hashlib, as the README says.
            (
                "parking-schaerbeek",
                "b7bdbd4e0ac083edfd2efd615969c5aaca4812f98fb217d3d4d0df457f14adb4"
            ),
            (
                "housing-agency",
                "a6d3615c54caebdcb8a91c7d5c177239bf86e33a40c3a5bc911cb1d84ca623f1"
            ),
        ])
    func hashes(_ id: String, _ hash: String) throws {
        let authorisation = try Self.authorisations().first { $0.id.text == id }
        #expect(authorisation?.hash.hexadecimal == hash)
    }

    @Test("the parking department may ask its questions and not one fact")
    func parking() throws {
        let questions: [VerificationID] = [
            .isAlive, .isResidentOf, .isInscribedIn, .sharesHouseholdWith, .householdPseudonyms,
            .inscribedSince, .vehicleIsRegistered, .vehicleIsSuspended,
            .vehicleIsHeldBy, .vehicleIsWithin, .vehicleIsOfCategory, .vehicleIsNoHeavier,
            .vehicleIsNoLonger, .plateIsOfKind, .vehicleMeetsLowEmission, .mayDrive,
            .enterpriseIsActive,
        ]
        for question in VerificationID.allCases {
            let decision = try Self.decide(
                "parking-schaerbeek", "parking-cards", .verification(question))
            #expect((decision.reasons == nil) == questions.contains(question))
        }
        for attribute in AttributeID.allCases {
            let decision = try Self.decide(
                "parking-schaerbeek", "parking-cards", .attributes([attribute]))
            #expect(decision.reasons == [.attributeNotGranted(attribute)])
        }
    }

    @Test("the housing agency may ask for the household of a resident, for a dossier")
    func housing() throws {
        let wish = AccessRequest.Wish.attributes([.householdMembers, .personName])
        let refused = try Self.decide("housing-agency", "social-housing", wish)
        #expect(refused.reasons == [.dossierRequired])
        let decision = try Self.decide("housing-agency", "social-housing", wish, dossier: true)
        #expect(decision.grant(aboutResidentOf: NISCode(.schaerbeek)) != nil)
        #expect(
            decision.grant(aboutResidentOf: try NISCode(parsing: "11002")) == nil)
    }

    @Test("the gateway may check populations, the DPO may ask a complainant's name")
    func others() throws {
        let check = try Self.decide(
            "onlyonce", "population-check", .attributes([.personManagingMunicipality]))
        #expect(check.authorisations == ["gateway-population-check"])
        let name = AccessRequest.Wish.attributes([.personName])
        #expect(
            try Self.decide("dpo-console", "audit-complaints", name).reasons
                == [.dossierRequired, .officialRequired])
        let holder = try Self.decide(
            "tax-department", "vehicle-tax", .attributes([.vehicleHolder, .enterpriseSeat]))
        #expect(holder.authorisations == ["tax-department"])
    }

    @Test("the register of applications is read, and every application in it has a right")
    func applications() throws {
        let register = try Self.register()
        #expect(
            register.applications.map(\.id.text)
                == ["dpo-console", "housing-agency", "parking-schaerbeek", "tax-department"])
        let organisations = Set(try Self.authorisations().map(\.terms.organisation))
        #expect(register.applications.allSatisfy { organisations.contains($0.organisation) })
    }
}
