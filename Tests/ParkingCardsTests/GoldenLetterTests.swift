import Facts
import Foundation
import ParkingCards
import Testing

@Suite("Letters that stand beside the tests")
struct GoldenLetterTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Letters")

    private func file(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: name)))
    }

    /// The text without the hash of the regulation, which changes with every word of the sample.
    private func text(_ bytes: [UInt8], _ regulation: Regulation) -> String {
        String(decoding: bytes, as: UTF8.self)
            .replacing(regulation.hash.hexadecimal, with: "HASH")
    }

    @Test(
        "are written again, letter by letter, from the stored inputs",
        arguments: [
            ("granted", Language.fr), ("refusal", .nl), ("undetermined", .fr),
        ])
    func golden(_ name: String, _ language: Language) throws {
        let inputs = try DecisionInputs(parsing: file("\(name).inputs.json"))
        let regulation = try World.sample()
        #expect(regulation.municipality == inputs.municipality)
        let letter = try Letter(
            decision: regulation.decide(inputs), regulation: regulation, frame: World.region(),
            language: language, about: LetterParticulars(inputs))
        let expected = try file("\(name).\(language.rawValue).html")
        #expect(text(letter.html, regulation) == String(decoding: expected, as: UTF8.self))
        let json = try file("\(name).\(language.rawValue).json")
        #expect(
            text(try letter.canonicalBytes(), regulation) == String(decoding: json, as: UTF8.self))
    }
}
