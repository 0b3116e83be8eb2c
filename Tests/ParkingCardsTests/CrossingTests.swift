import AccessRights
import CanonicalJSON
import Facts
import Foundation
import Gateway
import ParkingCards
import Testing

@Suite("Only answers, reasons, consults, pseudonyms, sectors and one day cross the border")
struct CrossingTests {
    private func secrets() throws -> [String] {
        try TellingSources.secrets + [
            World.applicant().digits, World.relative().digits, World.employer().digits,
            World.establishment().digits, World.plate.text,
        ]
    }

    private func expectNothing(of secrets: [String], in crossings: [Crossing]) {
        for crossing in crossings {
            for secret in secrets {
                let found = crossing.bytes.firstRange(of: Array(secret.utf8)) != nil
                #expect(!found, "\(secret) in \(crossing)")
            }
        }
    }

    @Test(
        "in every scenario, in what is stored and in what is answered",
        arguments: try Scenario.all())
    func scenarios(_ scenario: Scenario) async throws {
        guard scenario.expected != ["none"] else { return }
        let regulation = try World.regulation(scenario.regulation)
        let sources = TellingSources(
            situation: scenario.situation, home: regulation.municipality)
        let bench = try await BorderBench(sources, on: scenario.decided)
        let assessor = Assessor(
            regulations: [regulation.municipality: regulation], regions: [try World.region()],
            facts: bench.facts, cards: MemoryCardStorage(),
            census: ScriptedCensus(cards: scenario.cards, others: scenario.otherCards))
        let (decision, inputs) = try await assessor.explore(
            scenario.application, on: scenario.decided, at: World.time)

        let crossings = await bench.facts.crossings
        // The own register and the dates may refuse before anybody is asked.
        #expect(!crossings.isEmpty || scenario.expected.first == "refused")
        let secrets = try secrets()
        expectNothing(of: secrets, in: crossings)
        let since = scenario.situation.text(scenario.situation.people["registered_since"])
        for day in await bench.facts.days { #expect(day.text == since) }

        let stored = try inputs.canonicalBytes()
        var written = [String(decoding: stored, as: UTF8.self)]
        for language in Language.allCases {
            written.append(
                String(decoding: try decision.canonicalBytes(in: language), as: UTF8.self))
        }
        for crossing in crossings {
            guard case .pseudonym(let pseudonym) = crossing else { continue }
            let bytes = Data(pseudonym.bytes)
            let hexadecimal = pseudonym.bytes.map { String(Int($0) + 256, radix: 16).dropFirst() }
                .joined()
            let spellings = [hexadecimal, bytes.base64EncodedString()]
            for text in written { #expect(!spellings.contains { text.contains($0) }) }
        }
        for text in written {
            // A day of the decision may be a day of the situation too.
            let found = secrets.filter { text.contains($0) && CalendarDate(maybe: $0) == nil }
            #expect(found.isEmpty, "\(found)")
        }
        #expect(try DecisionInputs(parsing: stored) == inputs)
    }

    /// Every question of the vocabulary, with what it is about.
    private func queries() throws -> [(FactQuestion, FactQuery)] {
        let (person, plate) = (try World.applicant(), World.plate)
        let (firm, unit) = (try World.employer(), try World.establishment())
        let home = World.schaerbeek
        let area = Area(postalCodes: ["1040"])
        let zone = LowEmissionRule(
            categories: [.m1], exemptPlateKinds: [],
            minimum: LowEmissionRule.Minimum(diesel: 6, petrol: 3))
        let sharing = try #require(
            World.regulation("sample-brussels-city").cardTypes[.resident]?.quota.carSharing)
        return [
            (.isAlive, .isAlive(person)), (.isOldEnough, .isAged(person, years: 18)),
            (.isOfScaleAge, .isAged(person, years: 75)),
            (.isResident, .isResident(person, of: home, registers: [.population])),
            (.isResident, .lives(person, in: area, of: home, registers: [.population])),
            (.isHouseholdMember, .sharesHousehold(person, with: try World.relative())),
            (.hasSharedCustodyChild, .hasSharedCustodyChild(person)),
            (.mayShowAddress, .mayShowAddress(person)),
            (.paysSecondHomeTax, .paysSecondHomeTax(person, to: home)),
            (.hasMandate, .hasMandate(person, of: firm)), (.enterpriseIsActive, .isActive(firm)),
            (.establishmentIsInSector, .isEstablished(unit, of: firm, in: area)),
            (.activityIsListed, .performs(unit, of: firm, activities: ["47"])),
            (.holdsFunction, .holdsFunction(person, in: firm, [.director])),
            (.holdsFunctionAtHolder, .holdsFunction(person, in: firm, [.director])),
            (.isRecognisedCarer, .isRecognisedCarer(person)),
            (.hasDisabilityCard, .hasDisabilityCard(person)), (.isRegistered, .isRegistered(plate)),
            (.isSuspended, .isSuspended(plate)),
            (.isHeldByApplicant, .isHeld(plate, by: .person(person))),
            (.isHeldByEnterprise, .isHeld(plate, by: .enterprise(firm))),
            (.isHeldBySigner, .isHeld(plate, by: .enterprise(firm))),
            (.isOfCategory, .isOfCategory(plate, [.m1])),
            (.isWithinMass, .isNoHeavier(plate, kilograms: 3500)),
            (.isWithinLength, .isNoLonger(plate, centimetres: 490)),
            (.isWithinHeight, .isNoHigher(plate, centimetres: 190)),
            (.isOfPlateKind, .isOfKind(plate, .only([.normal]))),
            (.meetsLowEmission, .meetsLowEmission(plate, zone)),
            (.isSharedCar, .isShared(plate, sharing)), (.mayDrive, .mayDrive(person, .b)),
        ]
    }

    /// What no source publishes: a document or an official tells.
    private let unpublished: Set<FactQuestion> = [
        .paysSecondHomeTax, .hasMandate, .holdsFunction, .holdsFunctionAtHolder,
        .isRecognisedCarer, .hasDisabilityCard, .isSharedCar,
    ]

    @Test("every question of the vocabulary is answered by a consult, or by nobody")
    func vocabulary() async throws {
        let queries = try queries()
        #expect(Set(queries.map(\.0)).union([.plateIsFree]) == Set(FactQuestion.allCases))
        let bench = try await BorderBench(
            TellingSources(situation: .usual(), home: World.schaerbeek),
            on: World.decisionDay)
        for (question, query) in queries {
            let evidence = await bench.facts.answer(question, query)
            if unpublished.contains(question) {
                #expect(evidence.finding == .unknown(.notPublished), "\(question)")
                #expect(evidence.consult == nil)
            } else {
                #expect(evidence.consult != nil, "\(question)")
                // What the register may lack is open; the rest is a yes or a no.
                let open: Set<FactQuestion> = [.isWithinHeight, .hasSharedCustodyChild]
                #expect((evidence.value == nil) == open.contains(question), "\(question)")
            }
        }
        expectNothing(of: try secrets(), in: await bench.facts.crossings)
    }

    @Test(
        "a silent source and a missing right are told apart, and never a no",
        arguments: [
            ("down", EvidenceGap.sourceUnavailable), ("forbidden", .sourceNotAuthorised),
        ])
    func silence(_ status: String, _ gap: EvidenceGap) async throws {
        let sources = TellingSources(
            situation: .usual(status: status), home: World.schaerbeek)
        let silent = try await BorderBench(sources, on: World.decisionDay)
        let denied = try await BorderBench(
            TellingSources(situation: .usual(), home: World.schaerbeek), on: World.decisionDay,
            granting: [.householdSize])
        for (question, query) in try queries() where !unpublished.contains(question) {
            let answer = await silent.facts.answer(question, query)
            #expect(answer.finding == .unknown(gap), "\(question)")
            #expect(answer.consult != nil)
            let refused = await denied.facts.answer(question, query)
            #expect(refused.finding == .unknown(.sourceNotAuthorised), "\(question)")
            #expect(refused.consult != nil)
        }
        let application = try World.application()
        for (bench, expected) in [(silent, gap), (denied, .sourceNotAuthorised)] {
            let household = await bench.facts.household(
                of: application.applicant, for: application.municipality)
            #expect(household.finding == .unknown(expected))
            for key in [QuotaKey.address, .dwellingUnit] {
                let slot = await bench.facts.slot(key, of: application)
                #expect(slot.finding == .unknown(expected))
            }
            let since = await bench.facts.registeredSince(application.applicant)
            #expect(since.finding == .unknown(expected))
        }
    }

    @Test("an address and a unit are counted by what nobody can read")
    func slots() async throws {
        let bench = try await BorderBench(
            TellingSources(situation: .usual(), home: World.schaerbeek),
            on: World.decisionDay)
        let application = CardApplication(
            municipality: World.schaerbeek, cardType: .resident,
            applicant: try World.applicant(), enterprise: try World.employer(),
            establishment: try World.establishment(), plate: World.plate, language: .fr)
        var slots: Set<Pseudonym> = []
        for key in QuotaKey.allCases {
            let slot = await bench.facts.slot(key, of: application)
            switch key {
            case .household, .person: #expect(slot.finding == .unknown(.notPublished))
            case .address, .dwellingUnit: #expect(slot.consult != nil)
            case .enterprise, .establishment: #expect(slot.consult == nil)
            }
            if let pseudonym = slot.value { slots.insert(pseudonym) }
        }
        #expect(slots.count == 4)
        expectNothing(of: try secrets(), in: await bench.facts.crossings)
        let nameless = await bench.facts.slot(.enterprise, of: try World.application())
        #expect(nameless.finding == .unknown(.notPublished))
    }

    @Test("a sector is one that the regulation names")
    func sector() async throws {
        let sectors = try World.regulation("sample-etterbeek").sectors.sectors
        let bench = try await BorderBench(
            TellingSources(situation: .usual(), home: World.schaerbeek),
            on: World.decisionDay)
        let found = await bench.facts.sector(of: try World.application(), among: sectors)
        #expect(found.value == sectors.first?.id)
        let none = await bench.facts.sector(of: try World.application(), among: [])
        #expect(none.finding == .unknown(.notPublished))
        let outside = await bench.facts.sector(
            of: try World.application(), among: Array(sectors.dropFirst()))
        #expect(outside.finding == .unknown(.inconclusive))
    }

    /// The operations of the gateway that give no fact.
    private let allowed: Set<String> = [
        "verify", "householdPseudonyms", "addressPseudonym", "areaOfResidence",
        "areaOfEstablishment", "inscribedSince", "pseudonym", "now", "today", "refusal", "refuse",
    ]

    @Test("no source file of the parking cards asks for a fact or names its type")
    func sourceFiles() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/ParkingCards")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let types =
            /\b(Person|PersonName|Household|HouseholdMember|DrivingLicence|VehicleRegistration|Enterprise|Establishment|Address|Residence|Fuel)\b/
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            for line in lines where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
                for use in line.matches(of: /gateway\.(\w+)/) {
                    #expect(allowed.contains(String(use.1)), "\(file.lastPathComponent): \(line)")
                }
                #expect(
                    !line.contains(types), "\(file.lastPathComponent) names a fact: \(line)")
            }
        }
        #expect(count > 100)
    }
}

extension CalendarDate {
    fileprivate init?(maybe text: String) {
        guard let day = try? CalendarDate(parsing: text) else { return nil }
        self = day
    }
}
