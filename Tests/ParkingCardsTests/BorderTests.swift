import CanonicalJSON
import Facts
import ParkingCards
import Testing

@Suite("What crosses the border to the engine")
struct BorderTests {
    /// Every text and number that may stand in the inputs of a decision.
    private func isAllowed(_ text: String) -> Bool {
        if FactQuestion(rawValue: text) != nil || EvidenceGap(rawValue: text) != nil { return true }
        if QuotaKey(rawValue: text) != nil || Language(rawValue: text) != nil { return true }
        if SupportingDocument.Kind(rawValue: text) != nil { return true }
        if Evidence<Bool>.Basis(rawValue: text) != nil { return true }
        if (try? CalendarDate(parsing: text)) != nil || Term(parsing: text) != nil { return true }
        if text.utf8.count == 36, text.split(separator: "-").count == 5 { return true }
        return [
            "yes", "no", "decision-inputs/0.1", "resident", "business", "visitor", "professional",
            "21015", "21004", "21005", "44021", "zone-1", "zone-2",
        ].contains(text)
    }

    private func texts(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let values): values.flatMap(texts)
        case .object(let object): object.members.flatMap { texts($0.value) }
        case .null, .bool, .integer, .number: []
        }
    }

    @Test(
        "yes, no, unknown, counts and days: no person, plate, household, address or ground",
        arguments: try Scenario.all())
    func inputs(_ scenario: Scenario) async throws {
        guard scenario.expected != ["none"] else { return }
        let regulation = try World.regulation(scenario.regulation)
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        let stored = try inputs.canonicalBytes()
        for text in texts(try JSONValue(parsing: stored)) { #expect(isAllowed(text), "\(text)") }
        let all =
            String(decoding: stored, as: UTF8.self)
            + String(decoding: try decision.canonicalBytes(), as: UTF8.self)
        #expect(!all.contains(try World.applicant().digits))
        #expect(!all.contains(World.plate.text))
        #expect(!all.contains(try World.employer().digits))
        #expect("\(inputs)" == "DecisionInputs(…)")
    }

    @Test("inputs that were changed are not read")
    func tampered() async throws {
        let scenario = try #require(try Scenario.all().first)
        let (_, inputs) = try await scenario.run(
            under: World.sample(), World.region())
        let text = String(decoding: try inputs.canonicalBytes(), as: UTF8.self)
        for (old, new) in [
            ("\"plates\":1", "\"plates\":0"), ("\"yes\"", "\"maybe\""),
            ("decision-inputs/0.1", "decision-inputs/9"), ("\"documents\":[]", "\"documents\":[1]"),
            ("\"plates\":1", "\"plates\":1,\"secret\":1"),
        ] {
            try #require(text.contains(old))
            #expect(throws: UnreadableInputs.self) {
                try DecisionInputs(parsing: Array(text.replacing(old, with: new).utf8))
            }
        }
        #expect(throws: UnreadableInputs.self) { try DecisionInputs(parsing: []) }
    }
}
