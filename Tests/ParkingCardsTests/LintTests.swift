import AccessRights
import Facts
import Foundation
import ParkingCards
import StrictYAML
import Testing

@Suite("The linter reports and never corrects")
struct LintTests {
    private func findings(
        _ sample: String = "sample-schaerbeek", _ changes: [(String, String)] = [],
        authorisations: [Authorisation]? = nil
    ) throws -> [LintFinding] {
        var text = String(decoding: try World.bytes(sample), as: UTF8.self)
        for (old, new) in changes {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        return RegulationLint(authorisations: authorisations, regions: [try World.region()])
            .findings(in: Array(text.utf8))
    }

    private func line(of text: String, in sample: String = "sample-schaerbeek") throws -> Int {
        let sample = String(decoding: try World.bytes(sample), as: UTF8.self)
        let before = try #require(sample.firstRange(of: text)).lowerBound
        return sample[..<before].count { $0 == "\n" } + 1
    }

    private func schaerbeek(_ change: (String, String)? = nil) throws -> Authorisation {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Contracts/authorisations/parking-schaerbeek.yaml")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if let (old, new) = change { text = text.replacing(old, with: new) }
        return try Authorisation(parsing: Array(text.utf8))
    }

    @Test("no sample has an error", arguments: World.samples)
    func samples(_ sample: String) throws {
        #expect(try findings(sample).allSatisfy { $0.severity == .warning })
    }

    @Test("a reference that no rule uses is named")
    func unusedReference() throws {
        let found = try findings().filter { $0.rule == .unusedReference }
        #expect(found.map(\.path) == ["refs.R-ORD"])
        #expect(found.first?.position.line == (try line(of: "R-ORD:")))
    }

    @Test("a value under the regional minimum is a warning, at the entry that gives it")
    func minimum() throws {
        let found = try findings(
            changes("{1: 28, 2: 120}", "{1: 14.99, 2: 119.99}")
        ).filter { $0.rule == .belowRegionalMinimum }
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.severity == .warning })
        let place = try line(of: "{1: 28, 2: 120}")
        #expect(found.allSatisfy { $0.position.line == place })
        #expect(found.first?.message.contains("14.99") == true)
    }

    @Test("a maximum above the regional one is a warning")
    func maximum() throws {
        let found = try findings(
            [("value: 2, ref: R-2022", "value: 3, ref: R-2022"), ("2: 120}", "2: 120, 3: 200}")]
        ).filter { $0.rule == .aboveRegionalMaximum }
        #expect(found.count == 1)
        #expect(found.first?.position.line == (try line(of: "value: 2, ref: R-2022")))
    }

    @Test("a maximum without a tariff rank is an error")
    func rank() throws {
        let found = try findings(changes("{1: 28, 2: 120}", "{1: 28}"))
        let error = try #require(found.first { $0.rule == .maximumWithoutTariff })
        #expect(error.severity == .error)
        #expect(error.position.line >= (try line(of: "tariff:")))
    }

    @Test("a gap that a rule leaves is an error, a day with one half of a rule a warning")
    func gaps() throws {
        let entry = "        - {from: 2023-06-15, value: 2, ref: R-2022}"
        let ended = "        - {from: 2020-01-01, value: null, ref: R-2022}\n" + entry
        let found = try findings(changes(entry, ended)).filter { $0.rule == .gapInDates }
        let error = try #require(found.first { $0.severity == .error })
        #expect(error.position.line == (try line(of: entry)))
        #expect(error.message.contains("2020-01-01") && error.message.contains("2023-06-15"))
        // The sample's tariff begins half a year after its maximum.
        #expect(try findings().contains { $0.rule == .gapInDates && $0.severity == .warning })
    }

    @Test("entries that overlap or stand out of order are told")
    func overlaps() throws {
        let entry = "        - {from: 2023-06-15, value: 2, ref: R-2022}"
        let twice = "        - {from: 2023-06-15, recorded: 2022-01-01, value: 1, ref: R-2022}\n"
        let overlap = try findings(changes(entry, twice + entry))
        #expect(overlap.contains { $0.rule == .overlapInDates })
        let early = entry + "\n        - {from: 2020-01-01, value: 3, ref: R-2022}"
        #expect(try findings(changes(entry, early)).contains { $0.rule == .orderOfDates })
    }

    @Test(
        "unknown words are errors with their line",
        arguments: [
            ("{id: rn.alive,", "{id: rn.immortal,", "rn.alive"),
            ("document: lease_contract", "document: napkin", "document: lease_contract"),
            ("kg: 3500", "tonnes: 3", "kg: 3500"),
            ("mode: whole_municipality", "mode: astrology", "mode: whole_municipality"),
        ])
    func words(_ old: String, _ new: String, _ place: String) throws {
        let found = try findings(changes(old, new)).filter { $0.severity == .error }
        let expected = try line(of: place)
        #expect(found.contains { $0.rule == .form && $0.position.line == expected }, "\(found)")
    }

    @Test("what the municipality may not ask is an error at the condition that asks it")
    func authorisations() throws {
        #expect(try findings(authorisations: [schaerbeek()]).allSatisfy { $0.severity == .warning })
        let less = try schaerbeek(("    - mayDrive\n", ""))
        let found = try findings(authorisations: [less]).filter { $0.severity == .error }
        #expect(found.map(\.rule) == [.outsideAuthorisation])
        #expect(found.first?.position.line == (try line(of: "id: licence.may_drive")))
        #expect(found.first?.message.contains("mayDrive") == true)
        let none = try findings("sample-ghent", authorisations: [less])
        #expect(none.contains { $0.rule == .noAuthorisation && $0.severity == .error })
    }

    @Test("a language that is missing is an error where the municipality decides in it")
    func languages() throws {
        let ghent = try findings("sample-ghent").filter { $0.rule == .missingLanguage }
        #expect(ghent.map(\.path).contains("refs.R-MUN"))
        #expect(ghent.map(\.path).contains("letter.remedies[0].body"))
        #expect(ghent.allSatisfy { $0.severity == .warning })
        let bilingual = try findings("sample-ghent", [("languages: [nl]", "languages: [nl, fr]")])
        #expect(bilingual.contains { $0.severity == .error && $0.path.hasSuffix(".fr") })
    }

    @Test("a regulation without texts for its letters is told, and one with drafts")
    func letters() throws {
        #expect(try findings().contains { $0.rule == .draftText && $0.path == "letter" })
        let checked = try findings(changes("confirmed: false", "confirmed: true"))
        #expect(!checked.contains { $0.rule == .draftText || $0.rule == .noLetter })
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
        let start = try #require(text.firstRange(of: "letter: #")).lowerBound
        let end = try #require(text.firstRange(of: "card_types:")).lowerBound
        let silent = text[..<start] + text[end...]
        let found = RegulationLint().findings(in: Array(silent.utf8))
        #expect(found.contains { $0.rule == .noLetter && $0.severity == .warning })
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test(
        "texts of a letter that are wrong are errors with their line",
        arguments: [
            ("{live} van", "{alive} van", "letter.reasons.QUOTA_EXCEEDED"),
            ("{live} van", "{live van", "letter.reasons.QUOTA_EXCEEDED"),
            ("QUOTA_EXCEEDED:", "QUOTA_UNHEARD:", "letter.reasons.QUOTA_UNHEARD"),
            ("(meer) ingeschreven.", "{due}", "letter.reasons.VEHICLE_NOT_REGISTERED"),
            ("R-PUBLICITY, R-LANGUAGE]", "R-NONE]", "letter.law[1]"),
            ("fr: \"EXEMPLE : la forme", "de: \"EXEMPLE : la forme", "letter.remedies[0].form.fr"),
        ])
    func letterErrors(_ old: String, _ new: String, _ path: String) throws {
        let found = try findings(changes(old, new)).filter { $0.severity == .error }
        #expect(found.contains { $0.path == path }, "\(found)")
    }

    @Test(
        "hostile and cyclic files are refused at once",
        arguments: [
            "a: &a [*a]", "card_types: &x {resident: *x}", "\u{FEFF}a: 1", "a: 1\n---\nb: 2",
            String(repeating: "[", count: 5000), "? ? ? ? a", "{", "", "a: !!python/object x",
            "<<: {a: 1}", "a: 1\na: 2",
        ])
    func hostile(_ text: String) {
        let found = RegulationLint().findings(in: Array(text.utf8))
        #expect(found.contains { $0.severity == .error })
    }

    @Test("a file that would grow beyond measure is refused before it grows")
    func bombs() throws {
        let huge = String(repeating: "# nothing\n", count: 1 << 17)
        var laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
        for level in 1..<30 {
            let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            laughs += "a\(level): &a\(level) [\(names)]\n"
        }
        let deep = (0..<40).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
        for text in [huge, laughs, deep, String(repeating: "- ", count: 5000)] {
            let found = RegulationLint().findings(in: Array(text.utf8))
            #expect(found.contains { $0.severity == .error })
            #expect(found.allSatisfy { $0.message.utf8.count < 400 })
        }
    }

    @Test(
        "a day that the calendar does not have, or outside 1900 to 2100, is an error where it stands",
        arguments: [
            "2023-02-29", "2100-02-29", "1899-12-31", "2101-01-01", "0000-01-01", "2023-13-01",
            "2023-00-10", "15-06-2023", "2023-6-15", "+2023-06-15", "2023-06-15T00:00:00Z",
        ])
    func days(_ day: String) throws {
        let found = try findings(changes("from: 2023-06-15, value", "from: \(day), value"))
        let error = try #require(found.first { $0.severity == .error })
        #expect(error.path == "card_types.resident.quota.max[1].from")
        #expect(error.position.line == (try line(of: "from: 2023-06-15, value")))
        #expect(!error.message.contains(day))
    }

    @Test(
        "a leap day and the ends of the two centuries are days",
        arguments: ["2024-02-29", "2000-02-29", "1900-01-01", "2100-12-31"])
    func daysOfTheCalendar(_ day: String) throws {
        let found = try findings(changes("from: 2023-06-15, value", "from: \(day), value"))
        #expect(found.allSatisfy { $0.rule != .form })
    }

    private func changes(_ old: String, _ new: String) -> [(String, String)] { [(old, new)] }

    private func findings(_ changes: [(String, String)]) throws -> [LintFinding] {
        try findings("sample-schaerbeek", changes)
    }
}
