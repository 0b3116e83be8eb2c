import CanonicalJSON
import ConsultLog
import Facts
import ParkingCards
import Testing
import XMLDocuments

@Suite("The letter about a decision")
struct LetterTests {
    private func letter(
        _ scenario: Scenario, _ language: Language? = nil, confirmedOn: CalendarDate? = nil
    ) async throws -> Letter {
        let regulation = try World.regulation(scenario.regulation)
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        var particulars = LetterParticulars(inputs)
        particulars.confirmedOn = confirmedOn
        return try Letter(
            decision: decision, regulation: regulation, frame: World.region(), language: language,
            about: particulars)
    }

    private func scenario(_ number: Int) throws -> Scenario {
        try #require(try Scenario.all().first { $0.number == number })
    }

    @Test(
        "holds each condition once, in each language, and nobody's data",
        arguments: try Scenario.all())
    func conditions(_ scenario: Scenario) async throws {
        guard scenario.expected != ["none"] else { return }
        let regulation = try World.regulation(scenario.regulation)
        let region = try World.region()
        let (decision, inputs) = try await scenario.run(under: regulation, region)
        for language in regulation.languages {
            func letter() throws(NoLetter) -> Letter {
                try Letter(
                    decision: decision, regulation: regulation, frame: region, language: language,
                    about: LetterParticulars(inputs))
            }
            guard !decision.reasons.map(\.code).contains("APPLICANT_DECEASED") else {
                #expect(throws: NoLetter.applicantDeceased) { try letter() }
                continue
            }
            let written = try letter()
            try check(ReadPage(written.html), tells: decision, in: language)
            try checkPrivacy(of: written)
            let isProposed =
                decision.outcome.word == "refusalProposed"
                || decision.outcome.word == "granted" && decision.isGrantProposed
            #expect(written.status.maySend == !isProposed)
        }
    }

    private func check(_ page: ReadPage, tells decision: Decision, in language: Language) {
        #expect(page.root.attribute("lang") == language.rawValue)
        let named = page.values(of: "data-condition")
        let expected = decision.conditions.flatMap { [$0] + $0.members }.map(\.id.rawValue)
        #expect(named.sorted() == expected.sorted())
        #expect(Set(named).count == named.count)
        #expect(page.values(of: "data-reason").count >= decision.reasons.count)
        let consults = decision.conditions.flatMap(\.evidence).compactMap(\.consult)
        let codes = Set(page.elements.filter { $0.name == "code" }.map(\.text))
        #expect(codes.isSuperset(of: consults.map(\.uuid.text)))
    }

    private func checkPrivacy(of letter: Letter) throws {
        let text =
            String(decoding: letter.html, as: UTF8.self)
            + String(decoding: try letter.canonicalBytes(), as: UTF8.self)
        let secrets = [
            try World.applicant().digits, try World.relative().digits, World.plate.text,
            try World.employer().digits, try World.otherEnterprise().digits,
            try World.establishment().digits,
        ]
        for secret in secrets { #expect(!text.contains(secret)) }
    }

    @Test("the language changes the words and no code", arguments: [1, 3, 14, 20, 33, 41])
    func languages(_ number: Int) async throws {
        let scenario = try scenario(number)
        let dutch = try await letter(scenario, .nl)
        let french = try await letter(scenario, .fr)
        let pages = try (ReadPage(dutch.html), ReadPage(french.html))
        for attribute in ["data-condition", "data-reason", "data-outcome"] {
            #expect(pages.0.values(of: attribute) == pages.1.values(of: attribute))
        }
        #expect(pages.0.outline == pages.1.outline)
        #expect(dutch.title != french.title)
        #expect(throws: NoLetter.languageNotOffered) {
            let regulation = try World.regulation("sample-ghent")
            return try Letter(
                decision: RandomCase.decided(under: regulation), regulation: regulation,
                language: .fr, about: LetterParticulars(decidedOn: World.decisionDay))
        }
    }

    @Test("a refusal that nobody confirmed is for the official and says so")
    func draft() async throws {
        let draft = try await letter(try scenario(3))
        #expect(draft.status == .draftForOfficial && !draft.status.maySend)
        #expect(
            try ReadPage(draft.html).texts.contains { $0.contains("mag niet worden verzonden") })
        #expect(draft.json.object?["maySend"] == .bool(false))
        let confirmed = try await letter(try scenario(3), confirmedOn: World.day("2026-03-12"))
        #expect(confirmed.status == .decision && confirmed.status.maySend)
        let texts = try ReadPage(confirmed.html).texts
        #expect(!texts.contains { $0.contains("mag niet worden verzonden") })
        #expect(texts.contains { $0.contains("bevestigd op 12 maart 2026") })
        #expect(texts.contains { $0.contains("Er zijn al 2 van de 2 kaarten geldig") })
    }

    @Test("what is not decided yet is no refusal, and has no remedies")
    func interim() async throws {
        let letter = try await self.letter(try scenario(33), .fr)
        #expect(letter.status == .interim && letter.status.maySend)
        let page = try ReadPage(letter.html)
        #expect(page.texts.contains { $0.contains("Ceci n'est pas un refus") })
        #expect(letter.json.object?["remedies"] == .array([]))
        #expect(page.texts.contains("Médiateur"))
    }

    @Test("a grant tells the amount, how long it holds, and until when to pay")
    func grant() async throws {
        let texts = try ReadPage(try await letter(try scenario(2), .nl).html).texts
        #expect(texts.contains("120,00 euro per jaar"))
        #expect(texts.contains("van 10 maart 2026 tot en met 9 maart 2027"))
        #expect(texts.contains { $0.contains("uiterlijk op 25 maart 2026") })
        #expect(texts.contains { $0.contains("Wet van 29 juli 1991") && $0.contains("art. 2, 3") })
    }

    @Test("what was left out after a definitive no reads as not examined")
    func notExamined() async throws {
        let scenario = try #require(
            try Scenario.all().first { $0.name == "one card more than the municipality gives" })
        let page = try ReadPage(try await letter(scenario, .nl).html)
        #expect(page.texts.contains { $0.hasPrefix("Niet onderzocht") })
        #expect(page.values(of: "data-outcome").contains("notExamined"))
    }

    @Test("the conditions of the law of another text are not those of this letter")
    func anotherText() async throws {
        let scenario = try scenario(1)
        let decision = try await scenario.run(under: World.sample(), World.region()).decision
        let about = LetterParticulars(decidedOn: World.decisionDay)
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
        let changed = try Regulation(parsing: Array(text.replacing("2: 120}", with: "2: 99}").utf8))
        #expect(throws: NoLetter.anotherRegulation) {
            try Letter(decision: decision, regulation: changed, about: about)
        }
        let silent = RandomCase.regulation
        #expect(throws: NoLetter.noTexts) {
            try Letter(
                decision: RandomCase.decided(under: silent()), regulation: silent(), about: about)
        }
    }

    @Test("days are words")
    func days() async throws {
        let scenario = try scenario(1)
        let letter = try await self.letter(scenario, .fr, confirmedOn: World.day("2028-02-29"))
        #expect(try ReadPage(letter.html).texts.contains { $0.contains("le 29 février 2028") })
        let first = try await self.letter(scenario, .fr, confirmedOn: World.day("2026-05-01"))
        #expect(try ReadPage(first.html).texts.contains { $0.contains("le 1er mai 2026") })
    }
}
