import Facts
import Gateway
import SQLiteStorage
import Testing

@testable import ParkingCards

@Suite("A card keeps its place as long as it counts, and no longer")
struct PlaceKeepingTests {
    /// Counts by household, and has an official confirm every grant.
    private static func confirming(_ text: String) -> String {
        text.replacing("grant: automatic", with: "grant: propose")
    }

    @Test("a grant that waits for its official keeps its place and its plate")
    func proposedGrant() async throws {
        try await CardBench.with(changing: Self.confirming) { bench async throws in
            bench.examiner.joinHousehold(try (1...3).map { try CardBench.person($0) })
            let first = try await bench.apply(by: 1, plate: "1AAA001")
            #expect(first.state == .grantProposed)
            bench.clock.move(days: 60)
            let second = try await bench.apply(by: 2, plate: "1AAA002")
            #expect(second.state == .grantProposed)
            let third = try await bench.apply(by: 3, plate: "1AAA003")
            #expect(third.state == .refusalProposed(first: nil))
            let stranger = try await bench.apply(by: 4, plate: "1AAA001")
            #expect(stranger.assessment?.reasons.first == "PLATE_HAS_CARD")
            let confirmed = try await bench.life(
                bench.office.confirmGrant(
                    of: first.id, by: bench.official("anna"), for: bench.order()))
            #expect(confirmed.state == .reserved(until: bench.clock.today().adding(days: 15)))
        }
    }

    @Test("a plate that a renewal is for stays held while the renewed card changes its own")
    func plateOfRenewal() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            bench.clock.move(to: World.day("2027-02-20"))
            let renewed = try await bench.life(
                bench.office.renew(card.id, in: bench.context(), by: bench.order()))
            try await change(card, to: "1BBB001", in: bench)
            #expect(renewed.state.name == .reserved)
            for plate in ["1AAA001", "1BBB001"] { #expect(try await !isFree(plate, in: bench)) }
            let due = try requireValue(renewed.due)
            _ = try await bench.office.pay(
                requireValue(Payment(of: due, reference: "P-2")), for: renewed.id,
                by: bench.order())
            _ = try await bench.office.activate(renewed.id, by: bench.order())
            try await change(renewed, to: "1CCC001", in: bench)
            #expect(try await isFree("1AAA001", in: bench))
            #expect(try await !isFree("1BBB001", in: bench))
            _ = try await bench.office.withdraw(card.id, by: bench.order())
            #expect(try await isFree("1BBB001", in: bench))
            #expect(try await !isFree("1CCC001", in: bench))
        }
    }

    @Test("while a renewal is not decided, the plate stays")
    func openRenewal() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            bench.clock.move(to: World.day("2027-02-20"))
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable))
            _ = try await bench.office.renew(card.id, in: bench.context(), by: bench.order())
            bench.examiner.answer(.isRegistered, nil)
            await #expect(throws: CardFailure.refused(.alreadyRenewed)) {
                try await change(card, to: "1BBB001", in: bench)
            }
            #expect(try await !isFree("1AAA001", in: bench))
        }
    }

    @Test("who renews after moving leaves the place at the old address when the old card ends")
    func movedHolder() async throws {
        try await CardBench.with(regulation: "sample-ghent") { bench async throws in
            bench.examiner.setSlot(World.slot("address 1"))
            let application = CardApplication(
                municipality: bench.examiner.regulation.municipality, cardType: .resident,
                applicant: try CardBench.person(1), plate: World.plate, language: .nl)
            let granted = try await bench.life(
                bench.office.apply(application, in: bench.context(), by: bench.order()))
            let due = try requireValue(granted.due)
            if due.cents > 0 {
                _ = try await bench.office.pay(
                    requireValue(Payment(of: due, reference: "P")), for: granted.id,
                    by: bench.order())
            }
            _ = try await bench.office.activate(granted.id, by: bench.order())
            bench.examiner.setSlot(World.slot("address 2"))
            let end = try requireValue(granted.entitlement?.validity.until)
            bench.clock.move(to: end)
            _ = try await bench.office.renew(granted.id, in: bench.context(), by: bench.order())
            #expect(try await count("address 1", in: bench) == 1)
            #expect(try await count("address 2", in: bench) == 1)
            _ = try await bench.office.withdraw(granted.id, by: bench.order())
            #expect(try await count("address 1", in: bench) == 0)
            #expect(try await count("address 2", in: bench) == 1)
        }
    }

    private func change(_ card: CardLife, to plate: String, in bench: CardBench) async throws {
        _ = try await bench.office.changePlates(
            of: card.id, to: [World.plate(plate)], in: bench.context(), by: bench.order())
    }

    private func isFree(_ plate: String, in bench: CardBench) async throws -> Bool {
        try await bench.storage.isFree(
            World.plate(plate), in: bench.examiner.regulation.municipality,
            on: bench.clock.today())
    }

    private func count(_ slot: String, in bench: CardBench) async throws -> Int {
        try await bench.storage.liveCards(
            at: World.slot(slot), by: .address, .resident,
            in: bench.examiner.regulation.municipality, on: bench.clock.today())
    }

    @Test("a card that was asked for under a replaced number counts for the household")
    func replacedNumber() async throws {
        try await CardBench.with { bench async throws in
            let people = try (1...3).map { try CardBench.person($0) }
            bench.examiner.joinHousehold(people)
            let earlier = try CardBench.person(9)
            bench.examiner.replace(earlier, by: people[0])
            let first = try await bench.apply(by: 9, plate: "1AAA001")
            #expect(first.holder == CardBench.pseudonym(of: people[0]))
            let second = try await bench.apply(by: 2, plate: "1AAA002")
            #expect(second.entitlement?.rank == 2)
            let third = try await bench.apply(by: 3, plate: "1AAA003")
            #expect(third.assessment?.reasons == ["QUOTA_EXCEEDED"])
        }
    }

    @Test("people who share a car have a card each, others do not")
    func sharedCar() async throws {
        try await CardBench.with(regulation: "sample-brussels-city") { bench async throws in
            let first = try await bench.apply(by: 1, plate: "1AAA001")
            #expect(first.state.name == .reserved)
            let second = try await bench.apply(by: 2, plate: "1AAA001")
            #expect(second.state.name == .reserved)
            bench.examiner.answer(.isSharedCar, .known(false))
            let third = try await bench.apply(by: 3, plate: "1AAA001")
            #expect(third.assessment?.reasons == ["PLATE_HAS_CARD"])
            _ = try await bench.office.withdraw(first.id, by: bench.order())
            #expect(try await !isFree("1AAA001", in: bench))
            _ = try await bench.office.withdraw(second.id, by: bench.order())
            #expect(try await isFree("1AAA001", in: bench))
        }
    }

    @Test(
        "an earlier application that is not decided keeps its place among all of the municipality")
    func municipalCap() async throws {
        try await CardBench.with { bench async throws in
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable))
            let day = bench.clock.today()
            var lives: [CardLife] = []
            for number in 1...2 {
                var life = try await bench.apply(by: number, plate: "1AAA00\(number)")
                life.revision += 1
                lives.append(life)
            }
            func take(_ life: CardLife) async throws -> CardCommitment {
                let request = PlaceRequest(
                    key: .people([life.holder]), maximum: 2, municipalCap: 1, others: 0,
                    municipalOthers: 0, plates: life.application.plates, heldUntil: day, on: day)
                return try await bench.storage.commit(CardChange(life, [], .reserve(request)))
            }
            #expect(try await take(lives[1]) == .placeHeld)
            #expect(try await take(lives[0]) == .committed)
        }
    }

    @Test("a place that lapsed is not held again")
    func lapsedPlace() async throws {
        try await CardBench.with { bench async throws in
            var life = try await bench.apply(by: 1, plate: "1AAA001")
            life.revision += 1
            let day = bench.clock.today().adding(days: 60)
            let outcome = try await bench.storage.commit(
                CardChange(life, [], .hold(until: day.adding(days: 1), on: day)))
            #expect(outcome == .quotaFull)
        }
    }
}
