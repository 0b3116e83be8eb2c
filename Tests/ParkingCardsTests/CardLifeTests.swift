import CanonicalJSON
import ConsultLog
import Facts
import SQLiteStorage
import Testing

@testable import ParkingCards

@Suite("A card lives from its application to its end")
struct CardLifeTests {
    @Test("applied, granted, paid and activated, with every step in its history")
    func grant() async throws {
        try await CardBench.with { bench async throws in
            let granted = try await bench.apply(by: 1, plate: "1AAA001")
            #expect(granted.state == .reserved(until: World.day("2026-03-25")))
            #expect(granted.order == 1)
            #expect(granted.due?.cents == 2800)
            await #expect(throws: CardFailure.refused(.notPaid(due: Euros(cents: 2800)))) {
                try await bench.office.activate(granted.id, by: bench.order())
            }
            let short = try requireValue(Payment(of: Euros(cents: 2700), reference: "R-1"))
            await #expect(throws: CardFailure.refused(.wrongAmount(due: Euros(cents: 2800)))) {
                try await bench.office.pay(short, for: granted.id, by: bench.order())
            }
            let payment = try requireValue(Payment(of: Euros(cents: 2800), reference: "R-1"))
            _ = try await bench.office.pay(payment, for: granted.id, by: bench.order())
            let card = try await bench.life(
                bench.office.activate(granted.id, by: bench.order()))
            #expect(card.state == .active)
            let history = try await bench.storage.history(of: card.id)
            #expect(history.map(\.kind) == [.received, .assessed, .paid, .activated])
        }
    }

    @Test("a refusal is only proposed, and an official confirms it")
    func refusal() async throws {
        try await CardBench.with { bench async throws in
            bench.examiner.answer(.isResident, .known(false))
            let life = try await bench.apply(by: 1, plate: "1AAA001")
            #expect(life.state == .refusalProposed(first: nil))
            let refused = try await bench.life(
                bench.office.confirmRefusal(
                    of: life.id, by: bench.official("anna"), because: nil, for: bench.order()))
            #expect(refused.state == .refused)
            #expect(refused.closedOn == World.decisionDay)
            let last = try await bench.storage.history(of: life.id).last
            #expect(last?.by == .official(try bench.official("anna")))
        }
    }

    @Test("an override takes two officials and two reasons, and stays within the quota")
    func override() async throws {
        try await CardBench.with { bench async throws in
            bench.examiner.answer(.mayDrive, .known(false))
            let life = try await bench.apply(by: 1, plate: "1AAA001")
            let (anna, bram) = (try bench.official("anna"), try bench.official("bram"))
            let reason = try bench.reason("The court lifted the ban yesterday")
            func override(_ official: OfficialCode) async throws -> CardLife {
                try await bench.life(
                    bench.office.override(
                        life.id, by: official, because: reason, in: bench.context(),
                        for: bench.order()))
            }
            #expect(try await override(anna).state == .refusalProposed(first: anna))
            await #expect(throws: CardFailure.refused(.secondOfficialNeeded)) {
                try await override(anna)
            }
            let granted = try await override(bram)
            #expect(granted.state.name == .reserved)
            #expect(granted.due?.cents == 2800)
        }
    }

    @Test("the letter about a card follows its life: a draft until an official confirms")
    func letter() async throws {
        try await CardBench.with { bench async throws in
            let organisation = try bench.organisation()
            bench.examiner.answer(.isResident, .known(false))
            let life = try await bench.apply(by: 1, plate: "1AAA001")
            let draft = try await bench.office.letter(about: life.id, for: organisation)
            #expect(draft.status == .draftForOfficial)
            #expect(!draft.status.maySend)
            _ = try await bench.office.confirmRefusal(
                of: life.id, by: bench.official("anna"), because: nil, for: bench.order())
            let refusal = try await bench.office.letter(
                about: life.id, in: .fr, for: organisation)
            #expect(refusal.status == .decision)
            #expect(refusal.language == .fr)
            #expect(refusal.particulars.confirmedOn == World.decisionDay)
            #expect(refusal.particulars.plates == ["1AAA001"])
            await #expect(throws: CardFailure.noLetter(.languageNotOffered)) {
                try await bench.office.letter(about: life.id, in: .en, for: organisation)
            }
            await #expect(throws: CardFailure.unknownCard) {
                try await bench.office.letter(
                    about: life.id, for: EnterpriseNumber(parsing: "0206731645"))
            }
        }
    }

    @Test("what two officials granted against the rules has no letter that the rules write")
    func letterOfAnOverride() async throws {
        try await CardBench.with { bench async throws in
            bench.examiner.answer(.mayDrive, .known(false))
            let life = try await bench.apply(by: 1, plate: "1AAA001")
            let reason = try bench.reason("The court lifted the ban yesterday")
            for name in ["anna", "bram"] {
                _ = try await bench.office.override(
                    life.id, by: bench.official(name), because: reason, in: bench.context(),
                    for: bench.order())
            }
            let organisation = try bench.organisation()
            await #expect(throws: CardFailure.noLetter(.overridden)) {
                try await bench.office.letter(about: life.id, for: organisation)
            }
        }
    }

    @Test("nobody overrides the maximum of a household")
    func overrideOfQuota() async throws {
        try await CardBench.with { bench async throws in
            bench.examiner.joinHousehold(try (1...3).map { try CardBench.person($0) })
            for number in 1...2 {
                _ = try await bench.activeCard(of: number, plate: "1AAA00\(number)")
            }
            let life = try await bench.apply(by: 3, plate: "1AAA003")
            #expect(life.assessment?.reasons == ["QUOTA_EXCEEDED"])
            let reason = try bench.reason("A large family")
            _ = try await bench.office.override(
                life.id, by: bench.official("anna"), because: reason, in: bench.context(),
                for: bench.order())
            await #expect(throws: CardFailure.refused(.quotaFull)) {
                try await bench.office.override(
                    life.id, by: bench.official("bram"), because: reason, in: bench.context(),
                    for: bench.order())
            }
        }
    }

    @Test("a grant that nobody pays lapses, and its place and plate are free again")
    func lapse() async throws {
        try await CardBench.with { bench async throws in
            let granted = try await bench.apply(by: 1, plate: "1AAA001")
            bench.clock.move(to: World.day("2026-03-26"))
            let payment = try requireValue(Payment(of: Euros(cents: 2800), reference: "R-1"))
            await #expect(throws: CardFailure.refused(.wrongState(.lapsed))) {
                try await bench.office.pay(payment, for: granted.id, by: bench.order())
            }
            let other = try await bench.apply(by: 2, plate: "1AAA001")
            #expect(other.state.name == .reserved)
            try await bench.office.tidy()
            #expect(try await bench.storage.life(granted.id)?.state == .lapsed)
        }
    }

    @Test("a change of plate is assessed, keeps days and amount, and frees the old plate")
    func plates() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            let plate = World.plate("1BBB001")
            let changed = try await bench.life(
                bench.office.changePlates(
                    of: card.id, to: [plate], in: bench.context(), by: bench.order()))
            #expect(changed.application.plate == plate)
            #expect(changed.entitlement == card.entitlement)
            #expect(
                try await bench.storage.isFree(
                    World.plate("1AAA001"), in: World.schaerbeek, on: World.decisionDay))
            bench.examiner.answer(.isRegistered, .known(false))
            await #expect(
                throws: CardFailure.refused(.notEntitled(reasons: ["VEHICLE_NOT_REGISTERED"]))
            ) {
                try await bench.office.changePlates(
                    of: card.id, to: [World.plate("1CCC001")], in: bench.context(),
                    by: bench.order())
            }
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable))
            await #expect(
                throws: CardFailure.refused(.notEstablished(reasons: ["SOURCE_UNAVAILABLE"]))
            ) {
                try await bench.office.changePlates(
                    of: card.id, to: [World.plate("1CCC001")], in: bench.context(),
                    by: bench.order())
            }
            let kinds = try await bench.storage.history(of: card.id).map(\.kind)
            #expect(kinds.suffix(3) == [.plateChanged, .plateNotChanged, .plateNotChanged])
        }
    }

    @Test("a card is renewed within its window, once, from the day after its end")
    func renewal() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            func renew() async throws -> CardLife {
                try await bench.life(
                    bench.office.renew(card.id, in: bench.context(), by: bench.order()))
            }
            await #expect(throws: CardFailure.self) { try await renew() }
            bench.clock.move(to: World.day("2027-02-20"))
            let renewed = try await renew()
            #expect(renewed.state.name == .reserved)
            #expect(renewed.chain == card.id)
            #expect(renewed.entitlement?.rank == 1)
            #expect(
                renewed.entitlement?.validity == World.period("2027-03-10", "2028-03-09"))
            await #expect(throws: CardFailure.refused(.alreadyRenewed)) { try await renew() }
            let live = try await bench.storage.liveCards(
                of: [card.holder], .resident, in: World.schaerbeek, on: bench.clock.today())
            #expect(live == 1)
        }
    }

    @Test("a renewal is assessed anew: who moved away is proposed for refusal")
    func renewalIsAssessed() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            bench.clock.move(to: World.day("2027-02-20"))
            bench.examiner.answer(.isResident, .known(false))
            let renewed = try await bench.life(
                bench.office.renew(card.id, in: bench.context(), by: bench.order()))
            #expect(renewed.state == .refusalProposed(first: nil))
            #expect(renewed.assessment?.reasons == ["NOT_RESIDENT"])
        }
    }

    @Test("a register event ends a card after a warning that is proven to have arrived")
    func revocation() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            let official = try bench.official("anna")
            _ = try await bench.office.announceRevocation(
                of: card.id, for: .move, by: bench.order())
            func revoke() async throws -> CardLife {
                try await bench.life(
                    bench.office.revoke(card.id, by: official, because: nil, for: bench.order()))
            }
            await #expect(
                throws: CardFailure.refused(.warningNotOver(until: World.day("2026-03-24")))
            ) { try await revoke() }
            let told = try await bench.life(
                bench.office.notify(
                    .revocation, through: .paper, sentOn: nil, about: card.id, by: bench.order()))
            bench.clock.move(to: World.day("2026-03-24"))
            await #expect(throws: CardFailure.refused(.warningNotDelivered)) {
                try await revoke()
            }
            let notice = try requireValue(told.notices.first)
            let delivery = try requireValue(
                CardNotice.Delivery(on: World.day("2026-03-12"), proof: "RR-1234"))
            _ = try await bench.office.deliver(
                notice.id, delivery, about: card.id, by: bench.order())
            await #expect(
                throws: CardFailure.refused(.warningNotOver(until: World.day("2026-03-26")))
            ) { try await revoke() }
            bench.clock.move(to: World.day("2026-03-26"))
            #expect(try await revoke().state == .revoked(.move))
            #expect(
                try await bench.storage.isFree(
                    World.plate("1AAA001"), in: World.schaerbeek, on: bench.clock.today()))
        }
    }

    @Test("an application counts from its receipt, unless an official says that it came earlier")
    func dayOfReceipt() async throws {
        try await CardBench.with { bench async throws in
            let asked = try bench.application(by: 1, plate: "1AAA001")
                .with([], appliedOn: .some(World.day("2019-01-07")))
            let life = try await bench.life(
                bench.office.apply(asked, in: bench.context(), by: bench.order()))
            #expect(life.application.appliedOn == World.decisionDay)
            let desk = CardOrder(
                for: try bench.organisation(), by: .official(try bench.official("anna")))
            let paper = try bench.application(by: 2, plate: "1AAA002")
                .with([], appliedOn: .some(World.day("2026-03-02")))
            let typed = try await bench.life(
                bench.office.apply(paper, in: bench.context(), by: desk))
            #expect(typed.application.appliedOn == World.day("2026-03-02"))
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable))
            let open = try await bench.apply(by: 3, plate: "1AAA003")
            bench.clock.move(days: 5)
            let again = try await bench.life(
                bench.office.assess(open.id, in: bench.context(), by: bench.order()))
            let inputs = try requireValue(again.assessment?.inputs)
            #expect(inputs["appliedOn"]?.string == World.decisionDay.text)
        }
    }

    @Test("who gave up waiting was granted nothing, in no letter and no file")
    func letterAfterWaiting() async throws {
        try await CardBench.with { bench async throws in
            let people = try (1...3).map { try CardBench.person($0) }
            bench.examiner.joinHousehold(people)
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable), about: people[0])
            _ = try await bench.apply(by: 1, plate: "1AAA001")
            _ = try await bench.apply(by: 2, plate: "1AAA002")
            let waiting = try await bench.apply(by: 3, plate: "1AAA003")
            #expect(waiting.state == .waiting)
            #expect(waiting.view["decision"] == nil)
            let gone = try await bench.life(
                bench.office.withdraw(waiting.id, by: bench.order()))
            #expect(gone.view["decision"] == nil)
            let organisation = try bench.organisation()
            await #expect(throws: CardFailure.refused(.wrongState(.withdrawn))) {
                try await bench.office.letter(about: gone.id, for: organisation)
            }
        }
    }

    @Test("a change of plate keeps its own decision, and the letter names the plate of the first")
    func letterAfterChange() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            let changed = try await bench.life(
                bench.office.changePlates(
                    of: card.id, to: [World.plate("1BBB001")], in: bench.context(),
                    by: bench.order()))
            #expect(changed.assessment == card.assessment)
            #expect(changed.plateChanges.map(\.earlier) == [[World.plate("1AAA001")]])
            #expect(changed.plateChanges.first?.assessment.finding == .granted)
            let letter = try await bench.office.letter(
                about: card.id, for: bench.organisation())
            #expect(letter.particulars.plates == ["1AAA001"])
        }
    }

    @Test("a closed dossier is destroyed after its time, an open one never")
    func purge() async throws {
        try await CardBench.with { bench async throws in
            let gone = try await bench.apply(by: 1, plate: "1AAA001")
            _ = try await bench.office.withdraw(gone.id, by: bench.order())
            bench.examiner.answer(.isResident, .known(false))
            let open = try await bench.apply(by: 2, plate: "1AAA002")
            bench.clock.move(to: World.day("2028-03-10"))
            #expect(try await bench.office.tidy() == 0)
            bench.clock.move(to: World.day("2028-03-11"))
            #expect(try await bench.office.tidy() == 1)
            #expect(try await bench.storage.life(gone.id) == nil)
            #expect(try await bench.storage.history(of: gone.id).isEmpty)
            #expect(try await bench.storage.life(open.id) != nil)
        }
    }

    @Test("visits are used out of the allowance of the year, and not beyond it")
    func visits() async throws {
        try await CardBench.with(regulation: "sample-etterbeek") { bench async throws in
            let application = CardApplication(
                municipality: bench.examiner.regulation.municipality, cardType: .visitor,
                applicant: try CardBench.person(1), plate: World.plate, language: .fr)
            bench.examiner.answer(.isOfScaleAge, .known(false))
            let granted = try await bench.life(
                bench.office.apply(application, in: bench.context(), by: bench.order()))
            #expect(granted.state == .grantProposed)
            _ = try await bench.office.confirmGrant(
                of: granted.id, by: bench.official("anna"), for: bench.order())
            let due = try requireValue(granted.due)
            if due.cents > 0 {
                _ = try await bench.office.pay(
                    requireValue(Payment(of: due, reference: "P")), for: granted.id,
                    by: bench.order())
            }
            _ = try await bench.office.activate(granted.id, by: bench.order())
            let all = try requireValue(granted.entitlement?.allowance?.visits)
            let used = try await bench.life(
                bench.office.use(visits: all - 1, of: granted.id, by: bench.order()))
            #expect(used.visitsLeft(on: bench.clock.today()) == 1)
            await #expect(throws: CardFailure.refused(.allowanceExhausted(left: 1))) {
                try await bench.office.use(visits: 2, of: granted.id, by: bench.order())
            }
        }
    }
}
