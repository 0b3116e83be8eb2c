import CanonicalJSON
import DevelopmentCertificates
import SourceSimulators
import Testing

extension Conversations {
    @Suite("sources that fail")
    struct FaultTests {
        static let faultsOfBoth: [(String, SilentOutcome)] = [
            ("down", .unavailable), ("slow", .unavailable), ("cutOff", .unavailable),
            ("status500", .unavailable), ("status503", .unavailable),
            ("garbled", .unintelligible), ("wrongSchema", .unintelligible),
            ("anotherSubject", .unintelligible), ("tooLarge", .unintelligible),
        ]
        static let faultsOfOne: [(String, SilentOutcome)] =
            faultsOfBoth + [
                ("soapFault", .unintelligible), ("MSG00012", .notAllowedBySource),
                ("MSG00013", .notAllowedBySource), ("MSG00015", .notAllowedBySource),
            ]

        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("the Crossroads Bank fails, and nobody is told no", arguments: faultsOfOne)
        func crossroadsBank(kind: String, ending: SilentOutcome) async throws {
            let character = workplace.population.character(.granted)
            try await workplace.sources.failing(.ksz, kind) {
                try await expectSilence(
                    .person(character.ssin), .isResident(character.ssin), .card(character), ending)
            }
        }

        @Test("the vehicle register fails, and nobody is told no", arguments: faultsOfBoth)
        func vehicleRegister(kind: String, ending: SilentOutcome) async throws {
            let character = workplace.population.character(.granted)
            try await workplace.sources.failing(.div, kind) {
                try await expectSilence(
                    .vehicle(character.plate), .isRegistered(character.plate), .card(character),
                    ending)
            }
        }

        private func expectSilence(
            _ fact: Question, _ verification: Question, _ card: Question, _ ending: SilentOutcome
        ) async throws {
            async let parking = workplace.application(.parkingSchaerbeek).ask(verification)
            async let assessed = workplace.application(.parkingSchaerbeek).ask(card)
            let reply = try await workplace.application(.taxDepartment).ask(fact)
            #expect(reply.status == ending.status)
            #expect((reply.retryAfter != nil) == (ending.status == 503))
            let entries = try await workplace.home.entries(of: reply.consult)
            #expect(entries.map { $0["kind"]?.string } == ["asked", "answered"])
            #expect(entries.last?["body"]?["outcome"]?.string == ending.rawValue)

            let verified = try await parking
            #expect(verified.status == 200)
            #expect(verified.body["answer"] == .null)
            #expect(verified.body["reason"]?.string == ending.verification)

            let assessment = try await assessed
            #expect(assessment.status == 200)
            #expect(assessment.body["outcome"]?.string == "undetermined")
            let reasons = assessment.body["reasons"]?.array ?? []
            #expect(reasons.contains { $0["code"]?.string == ending.reason })
        }
    }
}
