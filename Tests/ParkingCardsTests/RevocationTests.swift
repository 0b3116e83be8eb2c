import ConsultLog
import Facts
import SQLiteStorage
import Testing

@testable import ParkingCards

@Suite("A card is revoked after a warning of this revocation, with all of its chain")
struct RevocationTests {
    /// Sends a notice of a revocation, and proves that it arrived on the same day.
    private func warn(_ card: CardLife, in bench: CardBench) async throws {
        let told = try await bench.life(
            bench.office.notify(
                .revocation, through: .paper, sentOn: nil, about: card.id, by: bench.order()))
        let notice = try requireValue(told.notices.last)
        let delivery = try requireValue(
            CardNotice.Delivery(on: bench.clock.today(), proof: "RR-1234"))
        _ = try await bench.office.deliver(notice.id, delivery, about: card.id, by: bench.order())
    }

    private func revoke(
        _ card: CardLife, asking: Bool = false, in bench: CardBench
    ) async throws -> CardLife {
        try await bench.life(
            bench.office.revoke(
                card.id, by: bench.official("anna"), because: nil,
                in: asking ? bench.context() : nil, for: bench.order()))
    }

    @Test("a notice of a revocation that was taken back warns of no other")
    func earlierNotice() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            _ = try await bench.office.announceRevocation(
                of: card.id, for: .move, by: bench.order())
            try await warn(card, in: bench)
            _ = try await bench.office.liftRevocation(
                of: card.id, by: bench.official("anna"), because: bench.reason("Moved back"),
                for: bench.order())
            _ = try await bench.office.announceRevocation(
                of: card.id, for: .move, by: bench.order())
            bench.clock.move(days: 60)
            await #expect(throws: CardFailure.refused(.warningNotDelivered)) {
                try await revoke(card, in: bench)
            }
            try await warn(card, in: bench)
            bench.clock.move(days: 14)
            #expect(try await revoke(card, in: bench).state == .revoked(.move))
        }
    }

    @Test("a death ends a card once the register says so, and not because somebody does")
    func death() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            _ = try await bench.office.announceRevocation(
                of: card.id, for: .death, by: bench.order())
            bench.clock.move(days: 14)
            await #expect(throws: CardFailure.refused(.warningNotDelivered)) {
                try await revoke(card, in: bench)
            }
            let open = StepRefusal.notEstablished(reasons: ["FACT_NOT_ESTABLISHED"])
            await #expect(throws: CardFailure.refused(open)) {
                try await revoke(card, asking: true, in: bench)
            }
            bench.examiner.answer(.isAlive, .unknown(.sourceUnavailable))
            await #expect(throws: CardFailure.refused(open)) {
                try await revoke(card, asking: true, in: bench)
            }
            #expect(
                try await bench.storage.life(card.id)?.state.name == .revocationAnnounced)
            bench.examiner.answer(.isAlive, .known(false))
            #expect(
                try await revoke(card, asking: true, in: bench).state == .revoked(.death))
        }
    }

    @Test("a revocation ends the renewal too")
    func renewal() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1AAA001")
            bench.clock.move(to: World.day("2027-02-10"))
            let renewed = try await bench.life(
                bench.office.renew(card.id, in: bench.context(), by: bench.order()))
            #expect(renewed.state.name == .reserved)
            _ = try await bench.office.announceRevocation(
                of: card.id, for: .move, by: bench.order())
            try await warn(card, in: bench)
            bench.clock.move(days: 14)
            #expect(try await revoke(card, in: bench).state == .revoked(.move))
            #expect(try await bench.storage.life(renewed.id)?.state == .revoked(.move))
            #expect(
                try await bench.storage.isFree(
                    World.plate("1AAA001"), in: World.schaerbeek, on: bench.clock.today()))
        }
    }
}
