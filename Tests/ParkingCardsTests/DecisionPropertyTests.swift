import CanonicalJSON
import Facts
import ParkingCards
import TestSupport
import Testing

@Suite("What holds for every decision")
struct DecisionPropertyTests {
    private static let seeds: Range<UInt64> = 0..<80

    @Test("any no proposes a refusal, otherwise any unknown leaves it open", arguments: seeds)
    func combination(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let decision = try RandomCase(using: &generator).decision()
        let outcomes = decision.conditions.map(\.outcome)
        let expected =
            outcomes.contains(.notSatisfied)
            ? "refusalProposed" : outcomes.contains(.unknown) ? "undetermined" : "granted"
        #expect(decision.outcome.word == expected)
        #expect(decision.reasons.isEmpty == (expected == "granted"))
        #expect(decision.conditions.allSatisfy { ($0.reason == nil) == ($0.outcome == .satisfied) })
        #expect(decision.conditions.allSatisfy { !$0.evidence.isEmpty })
    }

    @Test("adding a condition that is met changes no outcome", arguments: seeds)
    func addingTrue(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var random = RandomCase(using: &generator)
        let before = try random.decision()
        for id in RandomCase.vocabulary where !random.conditions.contains(id) {
            random.set(id, .known(true))
            random.conditions.append(id)
            #expect(try random.decision().outcome == before.outcome)
        }
    }

    @Test(
        "not knowing one fact more never grants, and refuses nothing that was granted",
        arguments: seeds)
    func forgetting(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let random = RandomCase(using: &generator)
        let before = try random.decision()
        for id in random.conditions {
            var forgetful = random
            forgetful.set(id, .unknown(.sourceUnavailable))
            let after = try forgetful.decision().outcome.word
            let others = before.conditions.filter { $0.id != id }
            switch before.outcome {
            case .granted, .undetermined: #expect(after == "undetermined")
            case .refusalProposed:
                let isStillRefused = others.contains { $0.outcome == .notSatisfied }
                #expect(after == (isStillRefused ? "refusalProposed" : "undetermined"))
            }
        }
    }

    @Test("the order of the conditions changes nothing but the order", arguments: seeds)
    func shuffling(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var random = RandomCase(using: &generator)
        let before = try random.decision()
        random.conditions.shuffle(using: &generator)
        let after = try random.decision()
        #expect(after.outcome.word == before.outcome.word)
        #expect(Set(after.reasons) == Set(before.reasons))
        #expect(after.nextStep == before.nextStep)
        #expect(Set(after.conditions) == Set(before.conditions))
        #expect(after.conditions.map(\.id) == random.conditions)
    }

    @Test("the same input gives the same bytes, another answer gives others", arguments: seeds)
    func replay(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var random = RandomCase(using: &generator)
        let bytes = try random.decision().canonicalBytes()
        #expect(try random.decision().canonicalBytes() == bytes)
        guard random.findings.counts[.household]?.key?.value == true else { return }
        random.set(.quota, .unknown(.inconclusive))
        #expect(try random.decision().canonicalBytes() != bytes)
    }

    @Test("the bytes are canonical, in each language", arguments: seeds)
    func canonical(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let decision = try RandomCase(using: &generator).decision()
        for language in Language.allCases {
            let bytes = try decision.canonicalBytes(in: language)
            #expect(try JSONValue(parsing: bytes).canonicalBytes() == bytes)
        }
    }

    @Test("the language changes the words and no code", arguments: seeds)
    func languages(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let random = RandomCase(using: &generator)
        let dutch = try random.decision(language: .nl)
        let french = try random.decision(language: .fr)
        #expect(dutch.outcome == french.outcome && dutch.conditions == french.conditions)
        #expect(dutch.language == .nl && french.language == .fr)
        #expect(try random.decision(language: .en).language == .nl)
    }

    @Test("neither the person nor the plate is in a decision", arguments: seeds)
    func privacy(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let decision = try RandomCase(using: &generator).decision()
        let text = String(decoding: try decision.canonicalBytes(), as: UTF8.self)
        let digits = try World.applicant().digits
        #expect(!text.contains(digits))
        #expect(!text.contains(World.plate.text))
    }
}
