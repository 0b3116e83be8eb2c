import CanonicalJSON
import Facts
import ParkingCards
import TestSupport
import Testing
import XMLDocuments

@Suite("Whatever text goes into a letter stays text")
struct LetterEscapingTests {
    private static let pieces = [
        "<", ">", "\"", "'", "&", "</style>", "<script>alert(1)</script>", "-->", "]]>", "<!--",
        "\u{301}", "\"\u{301}", "<\u{338}", "&lt;", "&#60;", "javascript:", "<img src=x onerror=x>",
        "\u{202E}", "\u{2067}", "\u{0}", "\u{1B}", "\u{85}", "\u{FFFF}", "\u{1FFFE}", "\r\n", "é",
        "🅿️", "{live}", "  ", "<?xml", "%>", "\\", "\u{2028}",
    ]

    private func hostile(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            Self.pieces.randomElement(using: &generator) ?? ""
        }.joined()
    }

    private func letter(_ text: String) async throws -> Letter {
        let scenario = try #require(try Scenario.all().first { $0.number == 1 })
        let regulation = try World.sample()
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        var particulars = LetterParticulars(inputs)
        particulars.addressee = [text, "x"]
        particulars.reference = text
        particulars.plates = [text]
        return try Letter(decision: decision, regulation: regulation, about: particulars)
    }

    @Test("the page keeps its elements, and the text comes back", arguments: UInt64(0)..<30)
    func particulars(_ seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let text = hostile(&generator)
        let page = try ReadPage(try await letter(text).html)
        #expect(page.outline == (try ReadPage(try await letter("harmless").html).outline))
        let shown = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { Self.isWritable($0) ? $0 : "\u{FFFD}" }))
        // An element that holds white space alone reads as empty.
        guard shown.contains(where: { !$0.isWhitespace }) else { return }
        let read = page.texts.map { Array($0.unicodeScalars) }
        #expect(read.filter { $0 == Array(shown.unicodeScalars) }.count >= 3)
    }

    private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10: true
        case 0..<32, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    @Test("what a regulation says is escaped too")
    func regulation() async throws {
        let attack = "<script>alert(1)</script>"
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
            .replacing("VOORBEELD: dienst parkeerkaarten", with: attack)
            .replacing("nl: Bewonerskaart", with: "nl: '\(attack)'")
            .replacing("VOORBEELD: de Brusselse ombudsdienst", with: attack)
            .replacing("Er zijn al {live} van", with: "\(attack) {live} van")
            .replacing("Gemeentelijk reglement van Schaarbeek", with: attack)
            .replacing("name: {nl: Schaarbeek", with: "name: {nl: '\(attack)'")
        let regulation = try Regulation(parsing: Array(text.utf8))
        let scenario = try #require(try Scenario.all().first { $0.number == 3 })
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        let letter = try Letter(
            decision: decision, regulation: regulation, about: LetterParticulars(inputs))
        let page = try ReadPage(letter.html)
        #expect(!page.elements.contains { $0.name == "script" })
        #expect(page.texts.count { $0.contains(attack) } > 5)
        let html = String(decoding: letter.html, as: UTF8.self)
        #expect(!html.contains("<script"))
        #expect(try JSONValue(parsing: letter.canonicalBytes()) == letter.json)
    }

    @Test("a page fetches and runs nothing")
    func inert() async throws {
        let letter = try await self.letter("harmless")
        let page = try ReadPage(letter.html)
        let active: Set<String> = [
            "script", "link", "img", "iframe", "object", "form", "a", "base",
        ]
        #expect(page.elements.allSatisfy { !active.contains($0.name) })
        let attributes = Set(page.elements.flatMap(\.attributes).map(\.name))
        #expect(attributes.isDisjoint(with: ["src", "href", "style", "onload", "action"]))
        let style = page.elements.first { $0.name == "style" }?.text ?? ""
        #expect(style.contains("@page { size: A4;"))
        #expect(!style.contains("url(") && !style.contains("@import"))
    }

    @Test("its headings and sections have names, in order")
    func structure() async throws {
        let page = try ReadPage(try await letter("harmless").html)
        let names = page.elements.map(\.name)
        #expect(names.filter { $0 == "h1" }.count == 1)
        #expect(names.filter { $0 == "main" }.count == 1)
        let ids = page.values(of: "id")
        #expect(Set(ids).count == ids.count)
        #expect(page.values(of: "aria-labelledby") == ids)
        let levels = names.compactMap { name in
            name.hasPrefix("h") ? Int(name.dropFirst()) : nil
        }
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
        #expect(page.root.first(at: "head", "title")?.text.isEmpty == false)
    }
}
