import Facts
import Foundation
import Gateway
import ParkingCards
import StrictYAML
import Testing

/// One scenario of `scenarios.yaml`: the base, and what differs.
struct Scenario: Sendable, CustomTestStringConvertible {
    let number: Int
    let name: String
    let regulation: String
    let type: CardType
    let decided: CalendarDate
    let applied: CalendarDate
    let situation: Situation
    let cards: [[String: String]]
    let otherCards: Int
    let documents: [SupportingDocument]
    let declarations: [Declaration]
    let furtherPlates: Int
    let renewal: Renewal?
    let namesHousehold: Bool
    let term: Term?
    let expected: [String]

    var testDescription: String { "\(number) \(name)" }

    static func all() throws -> [Scenario] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "scenarios.yaml")
        var reader = try YAMLReader(parsing: Array(try Data(contentsOf: file)))
        let base = reader.optionalNode("base")
        return try reader.complete(reader.list("scenarios") { Scenario(&$0, base) })
    }

    private init?(_ reader: inout YAMLReader, _ base: YAMLNode?) {
        func section(_ key: String, _ reader: inout YAMLReader) -> Situation.Section {
            var values = Self.values(base?.entries?.first { $0.key == key }?.value)
            values.merge(Self.values(reader.optionalNode(key))) { $1 }
            return values
        }
        number = Int(reader.integer("n") ?? 0)
        let common = Self.values(base)
        func own(_ key: String, _ reader: inout YAMLReader) -> String {
            reader.optionalText(key) ?? (common[key] ?? nil) ?? ""
        }
        regulation = own("reg", &reader)
        decided = World.day(own("decided", &reader))
        applied = World.day(reader.optionalText("applied") ?? decided.text)
        let type = CardType(rawValue: own("type", &reader))
        situation = Situation(
            people: section("rn", &reader), vehicle: section("div", &reader),
            licence: section("licence", &reader), enterprise: section("kbo", &reader),
            day: decided)
        let more = Int(reader.optionalInteger("more") ?? 0)
        cards = Self.cards(&reader) + Array(repeating: ["unit": "U1"], count: more)
        otherCards = Int(reader.optionalInteger("other_cards") ?? 0)
        documents = Self.documents(&reader, decided)
        declarations = Self.declarations(&reader, situation)
        furtherPlates = Int(reader.optionalInteger("further_plates") ?? 0)
        renewal = reader.optionalMapping("renews") { entry in
            Renewal(
                rank: Int(entry.integer("rank") ?? 1),
                heldSince: World.day(entry.text("since") ?? ""))
        }
        namesHousehold = reader.has("household_of")
        term = reader.optionalText("term").flatMap { Term(parsing: $0) }
        guard let type, let name = reader.text("t"), let expected = reader.texts("exp") else {
            return nil
        }
        self.type = type
        self.name = name
        self.expected = expected
    }

    private static func values(_ node: YAMLNode?) -> Situation.Section {
        var values: Situation.Section = [:]
        for entry in node?.entries ?? [] {
            values.updateValue(entry.value.text, forKey: entry.key)
        }
        return values
    }

    private static func cards(_ reader: inout YAMLReader) -> [[String: String]] {
        (reader.optionalNode("cards")?.elements ?? []).map { node in
            values(node).compactMapValues { $0 }
        }
    }

    /// `kind` alone, or with what differs from a document that counts.
    private static func documents(
        _ reader: inout YAMLReader, _ day: CalendarDate
    ) -> [SupportingDocument] {
        (reader.optionalNode("documents")?.elements ?? []).compactMap { node in
            let values = values(node)
            let word = node.text ?? values["kind"] ?? nil
            guard let kind = word.flatMap({ SupportingDocument.Kind(rawValue: $0) }),
                let person = try? World.applicant(), let enterprise = try? World.employer(),
                let other = try? World.otherEnterprise()
            else { return nil }
            return SupportingDocument(
                kind, by: values["enterprise"] == nil ? enterprise : other,
                for: values["person"] == nil ? person : nil,
                plate: World.plate((values["plate"] ?? nil) ?? World.plate.text),
                period: World.period(
                    "2000-01-01", (values["until"] ?? nil) ?? day.adding(days: 30).text),
                headcount: (values["staff"] ?? nil).flatMap { Int($0) })
        }
    }

    /// What an official declares; the staff of the enterprise too, which no source publishes.
    private static func declarations(
        _ reader: inout YAMLReader, _ situation: Situation
    ) -> [Declaration] {
        var statements: [Declaration.Statement] = []
        for (key, value) in values(reader.optionalNode("declared")) {
            guard let question = FactQuestion(rawValue: key) else { continue }
            statements.append(.answer(question, value == "yes"))
        }
        if let staff = situation.text(situation.enterprise["staff"]).flatMap({ Int($0) }) {
            statements.append(.staff(staff))
        }
        return statements.map {
            Declaration(
                $0, madeAt: World.time, period: World.period("2000-01-01", "2100-12-31"))
        }
    }
}
