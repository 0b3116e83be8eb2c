import Facts
import ParkingCards
import StrictYAML
import Testing

@Suite("A regulation is read strictly")
struct RegulationTests {
    /// The sample with one text replaced.
    private func sample(_ old: String, _ new: String) throws -> [UInt8] {
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "the sample has no such text")
        return Array((parts[0] + new + parts[1]).utf8)
    }

    /// The line on which the text stands in the sample.
    private func line(of text: String) throws -> Int {
        let sample = String(decoding: try World.sampleBytes(), as: UTF8.self)
        let before = try #require(sample.firstRange(of: text)).lowerBound
        return sample[..<before].count { $0 == "\n" } + 1
    }

    @Test("the sample holds what the press published")
    func sample() throws {
        let regulation = try World.sample()
        #expect(regulation.id.text == "sample-schaerbeek")
        #expect(regulation.status == .sample)
        #expect(regulation.municipality == World.schaerbeek)
        #expect(regulation.languages == [.fr, .nl])
        #expect(!regulation.stopsAfterDefinitiveFalse)
        let rules = try #require(regulation.cardTypes[.resident])
        #expect(rules.validity.usual.months == 12)
        #expect(rules.conditions.count == 12)
        let day = World.decisionDay
        #expect(rules.quota.maximum.value(on: day, asKnownOn: day) == .cards(2))
        #expect(rules.quota.maximum.entry(on: day, asKnownOn: day)?.reference.id.text == "R-2022")
        let tariff = try #require(rules.tariff.value(on: day, asKnownOn: day))
        #expect([1, 2].map { tariff.amount(rank: $0)?.text } == ["28.00", "120.00"])
        #expect(tariff.amount(rank: 0) == nil)
        #expect(tariff.amount(rank: 3) == nil)
    }

    @Test(
        "what is wrong is named with its line and path",
        arguments: [
            ("status: SAMPLE", "status: sample", "status", "status:"),
            ("refusal: propose", "refusal: automatic", "policy.refusal", "refusal:"),
            (
                "{id: rn.alive,", "{id: rn.immortal,", "card_types.resident.conditions[0].id",
                "rn.alive"
            ),
            (
                "{id: rn.alive, ref: R-MUN}", "{id: rn.alive, ref: R-1}",
                "card_types.resident.conditions[0].ref", "rn.alive"
            ),
            (
                "accept: [M1, N1]", "accept: [M1, T1]",
                "card_types.resident.conditions[4].accept[1]",
                "div.category"
            ),
            (
                "kg: 3500", "kg: -1", "card_types.resident.conditions[5].kg", "div.max_mass"
            ),
            (
                "from: 2023-06-15, value", "from: 2023-02-29, value",
                "card_types.resident.quota.max[1].from", "from: 2023-06-15, value"
            ),
            (
                "from: 2023-06-15, value", "from: 1899-12-31, value",
                "card_types.resident.quota.max[1].from", "from: 2023-06-15, value"
            ),
            (
                "from: 2023-06-15, value", "from: 2014-01-01, value",
                "card_types.resident.quota.max[1].from", "from: 2023-06-15, value"
            ),
            (
                "{1: 28, 2: 120}", "{1: 28, 3: 120}",
                "card_types.resident.tariff[1].ranks.3", "{1: 28, 2: 120}"
            ),
            ("fr: Schaerbeek}}", "de: Schaerbeek}}", "municipality.name.fr", "municipality:"),
            (
                "document: employer_attestation", "proof: employer_attestation",
                "card_types.resident.conditions[8].any_of[2].document",
                "{holder: enterprise, document"
            ),
        ])
    func issues(_ old: String, _ new: String, _ path: String, _ place: String) throws {
        let bytes = try sample(old, new)
        let expected = try line(of: place)
        let error = try #require(throws: YAMLIssues.self) { try Regulation(parsing: bytes) }
        #expect(error.issues.contains { $0.path == path && $0.line == expected }, "\(error)")
    }

    @Test(
        "what contradicts itself is refused",
        arguments: [
            ("{1: 28, 2: 120}", "{1: 28}", "card_types.resident.tariff"),
            ("value: 3, ref", "value: 4, ref", "card_types.resident.tariff"),
            ("      - {id: cards.quota, ref: R-2022}\n", "", "card_types.resident.conditions"),
            ("\"2022015324\"", "\"202201532\"", "refs.R-ORD.eli_numac"),
            ("kind: delegated, name: parking.brussels", "kind: delegated", "operator.name"),
            ("mode: whole_municipality", "mode: list", "sectors.list"),
            (
                "{holder: enterprise, kbo_function: [director, sole_trader]}",
                "{holder: enterprise}", "card_types.resident.conditions[8].any_of[1].document"
            ),
            ("{id: cards.plate_free,", "{id: rn.alive,", "card_types.resident.conditions"),
            ("default: P1Y", "default: P2Y", "card_types.resident.validity.default"),
            ("languages: [fr, nl]", "languages: []", "languages"),
            ("status: SAMPLE", "status: IN_FORCE", "refs.R-MUN.confirmed"),
            ("parking-regulation/0.1", "parking-regulation/9", "schema"),
        ])
    func contradictions(_ old: String, _ new: String, _ path: String) throws {
        let bytes = try sample(old, new)
        let error = try #require(throws: YAMLIssues.self) { try Regulation(parsing: bytes) }
        #expect(error.issues.map(\.path).contains(path), "\(error)")
    }

    @Test("every issue is reported at once, and none repeats a value")
    func allIssues() throws {
        let bytes = Array(
            String(decoding: try sample("status: SAMPLE", "status: SECRET"), as: UTF8.self)
                .replacing("confirmed: true", with: "confirmed: HIDDEN").utf8)
        let error = try #require(throws: YAMLIssues.self) { try Regulation(parsing: bytes) }
        #expect(error.issues.count == 4)
        #expect(!error.description.contains("SECRET") && !error.description.contains("HIDDEN"))
    }

    @Test("the hash follows the content, not the layout")
    func hash() throws {
        let hash = try World.sample().hash
        #expect(hash.hexadecimal.count == 64)
        #expect(try Regulation(parsing: sample("# SAMPLE.", "# sample.")).hash == hash)
        #expect(try Regulation(parsing: sample("nis: \"21015\"", "nis: 21015")).hash == hash)
        #expect(try Regulation(parsing: sample("2: 120}", "2: 121}")).hash != hash)
    }

    @Test("a correction changes what is known from then on, and nothing that was decided before")
    func bitemporal() throws {
        let bytes = try sample(
            "- {from: 2023-06-15, value: 2, ref: R-2022}",
            """
            - {from: 2023-06-15, recorded: 2022-11-10, value: 2, ref: R-2022}
                    - {from: 2023-06-15, recorded: 2024-01-01, value: 1, ref: R-2022}
            """)
        let rules = try #require(Regulation(parsing: bytes).cardTypes[.resident])
        func maximum(_ day: String, knownOn known: String) -> Int? {
            let day = World.day(day)
            let known = World.day(known)
            guard case .cards(let most) = rules.quota.maximum.value(on: day, asKnownOn: known)
            else { return nil }
            return most
        }
        #expect(maximum("2013-12-31", knownOn: "2025-01-01") == nil)
        #expect(maximum("2014-01-01", knownOn: "2013-12-31") == nil)
        #expect(maximum("2014-01-01", knownOn: "2014-01-01") == 3)
        #expect(maximum("2023-06-14", knownOn: "2025-01-01") == 3)
        #expect(maximum("2023-06-15", knownOn: "2022-11-09") == 3)
        #expect(maximum("2023-06-15", knownOn: "2022-11-10") == 2)
        #expect(maximum("2023-06-15", knownOn: "2023-12-31") == 2)
        #expect(maximum("2023-06-15", knownOn: "2024-01-01") == 1)
    }
}
