import Facts
import ParkingCards
import Testing

@Suite("A municipality's choices")
struct ChoiceTests {
    private func decision(
        _ old: String, _ new: String, _ answers: [FactQuestion: Evidence<Bool>.Finding]
    ) async throws -> Decision {
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
        try #require(text.contains(old))
        let regulation = try Regulation(parsing: Array(text.replacing(old, with: new).utf8))
        let assessor = Assessor(
            regulations: [World.schaerbeek: regulation], facts: ScriptedFacts(answers),
            cards: MemoryCardStorage())
        return try await assessor.assess(
            World.application(), on: World.decisionDay, at: World.time)
    }

    @Test("a value that no source holds can be waived, and the decision says so")
    func ignoreMissing() async throws {
        let old = "kg: 3500,"
        let new = "kg: 3500, when_missing: ignore,"
        let waived = try await decision(old, new, [.isWithinMass: .unknown(.notPublished)])
        #expect(waived.outcome.word == "granted")
        #expect(waived.conditions.first { $0.id == .maximumMass }?.outcome == .waived)
        let silent = try await decision(old, new, [.isWithinMass: .unknown(.sourceUnavailable)])
        #expect(silent.outcome.word == "undetermined")
        let heavy = try await decision(old, new, [.isWithinMass: .known(false)])
        #expect(heavy.reasons == [.vehicleMass])
    }

    @Test("a licence that is not found can count as none, a silent register never")
    func notFound() async throws {
        let old = "not_found: unknown"
        let new = "not_found: false"
        let none = try await decision(old, new, [.mayDrive: .unknown(.subjectUnknown)])
        #expect(none.outcome == .refusalProposed([.licenceNotFound]))
        let silent = try await decision(old, new, [.mayDrive: .unknown(.sourceUnavailable)])
        #expect(silent.outcome.word == "undetermined")
    }

    @Test("where only the applicant may hold the vehicle, another holder is a no")
    func applicantOnly() async throws {
        let old = """
                      - {holder: enterprise, kbo_function: [director, sole_trader]}
                      - {holder: enterprise, document: employer_attestation}
                      - {document: lease_contract}
                      - {document: insurance_driver}

            """
        let other = try await decision(old, "", [.isHeldByApplicant: .known(false)])
        #expect(other.outcome == .refusalProposed([.vehicleNotAtDisposal]))
    }

    @Test(
        "no reason names anything but what it is for, in any language", arguments: Language.allCases
    )
    func texts(_ language: Language) {
        let due = World.decisionDay
        let reasons: [Reason] = [
            .outsideWindow, .quotaExceeded(live: 2, maximum: 2, key: .household),
            .municipalCapReached,
            .notResident(municipality: Municipality.schaerbeek.name, on: World.decisionDay),
            .notInHousehold, .underAge, .noSharedCustody, .applicantDeceased, .addressProtected,
            .vehicleNotRegistered, .vehicleSuspended, .vehicleCategory, .vehicleMass,
            .vehicleLength, .vehicleHeight, .plateKind, .plateHasCard, .tooManyPlates(maximum: 2),
            .vehicleNotAtDisposal, .lowEmissionZone, .mayNotDrive(on: World.decisionDay),
            .licenceNotFound, .enterpriseNotActive, .establishmentNotInSector, .activityNotListed,
            .functionNotHeld, .tooFewStaff, .careNotRecognised, .noDisabilityCard, .carNotShared,
            .noSecondHomeTax, .noMandate, .licenceExpired(due: due), .addressChangePending,
            .proofRequired, .staffUnknown, .sourceUnavailable, .sourceNotAuthorised, .sourceStale,
            .factNotEstablished,
        ]
        let texts = reasons.map { $0.text(in: language) }
        #expect(texts.allSatisfy { $0.hasSuffix(".") && $0.count > 20 })
        #expect(Set(reasons.map(\.code)).count == reasons.count)
        let repaired = Reason.curable(.vehicleNotRegistered, due: due)
        #expect(repaired.code == "VEHICLE_NOT_REGISTERED")
        #expect(repaired.text(in: language).contains(due.text))
        // The citizen need not know which of our sources or rights failed.
        #expect(Set(texts).count == reasons.count - 2)
    }
}
