import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("a verification without a right")
struct RefusedVerificationTests {
    private let world: World

    init() throws { world = try World() }

    /// Every verification about everybody, but for one.
    private func bench(without id: VerificationID) async throws -> GatewayBench {
        let rights = try world.authorisation(
            verifications: Set(VerificationID.allCases).subtracting([id]))
        return try await GatewayBench(.affirmative(in: world), granting: [rights])
    }

    @Test("it is refused and logged for each of its subjects, and no source is called")
    func isLogged() async throws {
        for verification in try Verification.samples(in: world) {
            let bench = try await bench(without: verification.id)
            let result = await bench.gateway.verify(verification, in: world.context)
            let reason = RefusalReason.verificationNotGranted(verification.id)
            #expect(result.refusal?.reasons == [reason], "\(verification.id)")
            try await expectRefusal(
                of: verification.id, about: verification.subjects, result.consult, in: bench)
        }
    }

    @Test("so is the question for the pseudonyms of a household")
    func pseudonymsAreLogged() async throws {
        let bench = try await bench(without: .householdPseudonyms)
        let person = try world.person(1)
        let result = await bench.gateway.householdPseudonyms(
            of: person, for: world.home, in: world.context)
        #expect(
            result.refusal?.reasons == [.verificationNotGranted(.householdPseudonyms)])
        try await expectRefusal(
            of: .householdPseudonyms, about: [.person(person)], result.consult, in: bench)
    }

    @Test("the subjects of a verification are all whom or what it names")
    func subjects() throws {
        let (person, other) = (Subject.person(try world.person(1)), try world.person(2))
        let vehicle = Subject.vehicle(world.plate)
        #expect(
            try Verification.samples(in: world).map(\.subjects) == [
                [person], [person], [person], [person, .person(other)], [vehicle],
                [vehicle, person], [vehicle], [person], [person],
                [.enterprise(world.enterprise)], [person], [.enterprise(world.enterprise)],
                [person, .enterprise(world.enterprise)],
            ] + Array(repeating: [person], count: 5) + Array(repeating: [vehicle], count: 7)
                + Array(repeating: [.enterprise(world.enterprise)], count: 2))
    }

    /// The whole log is one refusal for each subject.
    private func expectRefusal(
        of id: VerificationID, about subjects: [Subject], _ consult: ConsultID,
        in bench: GatewayBench
    ) async throws {
        #expect(bench.calls.isEmpty, "\(id)")
        let entries = try await bench.entries()
        #expect(entries.map(\.ordinal) == Array(1...subjects.count), "\(id)")
        #expect(entries.map { bench.subject(of: $0) } == subjects, "\(id)")
        for entry in entries {
            #expect(entry.consult == consult)
            guard case .refused(let refused) = entry.body else {
                Issue.record("\(id): the entry is no refusal")
                continue
            }
            #expect(refused.reasons == [.verificationNotGranted(id)])
            #expect(refused.request.verification == id)
            #expect(refused.request.attributes.isEmpty)
        }
    }
}
