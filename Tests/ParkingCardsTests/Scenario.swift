import Facts
import Foundation
import Gateway
import ParkingCards
import StrictYAML
import Testing

/// One scenario of `scenarios.yaml`.
struct Scenario: Sendable, CustomTestStringConvertible {
    enum Expectation: Sendable {
        case granted(rank: Int, amount: String)
        case refused([String])
        case undetermined([String], NextStep)
    }

    enum InHome: String, CaseIterable {
        case yes, no, unknown
    }

    let name: String
    let day: String
    let says: [ScriptedFacts.Question: Evidence<Bool>.Finding]
    let isCollective: Bool?
    let cards: [(holder: Pseudonym, plate: String?)]
    let documents: [SupportingDocument]
    let expectation: Expectation

    var testDescription: String { name }

    static func all() throws -> [Scenario] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "scenarios.yaml")
        var reader = try YAMLReader(parsing: Array(try Data(contentsOf: file)))
        return try reader.complete(reader.list("scenarios") { Scenario(&$0) })
    }

    private init?(_ reader: inout YAMLReader) {
        _ = reader.integer("number")
        day = reader.optionalDate("on") ?? World.decisionDay.text
        says = reader.optionalMapping("says") { Self.answers(&$0) } ?? [:]
        switch reader.optionalChoice("inHome", of: InHome.self) {
        case .yes: isCollective = true
        case .no, nil: isCollective = false
        case .unknown: isCollective = nil
        }
        cards =
            reader.optionalList("cards") { card in
                let holder = card.text("of", expected: "a person") { Self.people[$0] }
                let plate = card.optionalText("plate")
                return holder.map { ($0, plate) }
            } ?? []
        let document = reader.optionalMapping("attestation") { entry in
            try? World.attestation(
                plate: World.plate(entry.optionalText("plate") ?? World.plate.text),
                World.period("2026-01-01", entry.optionalDate("until") ?? "2026-12-31"))
        }
        documents = document.map { [$0] } ?? []
        let granted = reader.optionalMapping("granted") { entry -> Expectation? in
            guard let rank = entry.integer("rank"), let amount = entry.text("amount") else {
                return nil
            }
            return .granted(rank: Int(rank), amount: amount)
        }
        let refused = reader.optionalTexts("refused").map { Expectation.refused($0) }
        let unknown = reader.optionalTexts("undetermined")
        let step = reader.optionalChoice("step", of: NextStep.self)
        guard let name = reader.text("name"),
            let expectation = granted ?? refused
                ?? unknown.flatMap({ codes in step.map { .undetermined(codes, $0) } })
        else { return nil }
        self.name = name
        self.expectation = expectation
    }

    private static let people = [
        "holder": World.holder, "formerly": World.formerly, "spouse": World.spouse,
        "neighbour": World.neighbour,
    ]

    private static func answers(
        _ reader: inout YAMLReader
    ) -> [ScriptedFacts.Question: Evidence<Bool>.Finding]? {
        var answers: [ScriptedFacts.Question: Evidence<Bool>.Finding] = [:]
        for question in ScriptedFacts.Question.allCases where reader.has(question.rawValue) {
            switch reader.text(question.rawValue) {
            case "yes": answers[question] = .known(true)
            case "no": answers[question] = .known(false)
            case let text?:
                guard let gap = EvidenceGap(rawValue: text) else { return nil }
                answers[question] = .unknown(gap)
            case nil: return nil
            }
        }
        return answers
    }
}
