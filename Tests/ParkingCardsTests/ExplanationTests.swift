import Facts
import ParkingCards
import Testing

@Suite("A regulation in words")
struct ExplanationTests {
    private func text(
        _ sample: String, _ day: String, _ language: Language, known: String? = nil
    ) throws -> String {
        RegulationExplanation(
            of: try World.regulation(sample), on: World.day(day),
            asKnownOn: World.day(known ?? day), in: language
        ).lines.joined(separator: "\n")
    }

    @Test("it tells the rules of the day, in both languages")
    func schaerbeek() throws {
        let dutch = try text("sample-schaerbeek", "2026-03-10", .nl)
        #expect(dutch.contains("Hoogstens 2 kaarten per gezin."))
        #expect(dutch.contains("Kaart 2: 120.00 EUR per jaar"))
        #expect(dutch.contains("hoogstens 3500 kg"))
        #expect(dutch.contains("Of met model 2: Voorlopige kaart (3 maanden)"))
        #expect(dutch.contains("Voorbeeld:"))
        let french = try text("sample-schaerbeek", "2023-06-14", .fr)
        #expect(french.contains("Au plus 3 cartes par ménage."))
        #expect(french.contains("Carte 3: 200.00 EUR par an"))
        #expect(french.contains("[R-2013]"))
        let none = try text("sample-schaerbeek", "2013-12-31", .nl)
        #expect(none.contains("Op deze dag bestaat deze kaart niet."))
    }

    @Test("every sample can be told in every language", arguments: World.samples)
    func samples(_ sample: String) throws {
        let regulation = try World.regulation(sample)
        for language in [Language.nl, .fr] {
            let text = try text(sample, "2026-03-10", language)
            for rules in regulation.cardTypes.values {
                #expect(text.contains(rules.label[language]))
                for condition in rules.conditions {
                    #expect(text.contains(condition.id.label[language]))
                }
            }
        }
    }
}
