import ConsultLog
import LogProofs
import Testing
import TransparencyLogs
import WitnessFakes

@Suite("the collector and what is wrong")
struct CollectorFaultTests {
    private let bench: CollectorBench
    init() throws { bench = try CollectorBench() }

    private func deviation(
        _ collector: CosignatureCollector
    ) async -> WitnessDeviation? { await collector.status.deviation }

    @Test("a log that was rolled back is noticed by the sizes that the witnesses tell")
    func noticesRollback() async throws {
        let collector = try await bench.collector()
        try bench.grow(to: 60)
        await collector.collect()
        #expect(await deviation(collector) == nil)
        try bench.grow(to: 40)
        await collector.collect()
        let found = try #require(await deviation(collector))
        guard case .rolledBack(_, 60, 40) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(bench.notes.told.contains("deviates"))
        #expect(await collector.status.cosigned?.unverified.size == 60)
    }

    @Test("what was proven against the log stays so when the witness says otherwise")
    func keepsProof() async throws {
        try bench.grow(to: 60)
        await (try await bench.collector()).collect()
        let arbiter = NotedArbiter(refutes: true)
        let collector = try await bench.collector(arbiter: arbiter)
        try bench.grow(to: 40)
        bench.set(1, .fails(.unreachable))
        bench.set(2, .fails(.unreachable))
        await collector.collect()
        #expect(arbiter.shown.map(\.unverified.size) == [60])
        #expect(arbiter.shown.map(\.note.signatures.count) == [2], "the log's and the witness's")
        try bench.grow(to: 70)
        bench.clock.advance(by: 2)
        await collector.collect()
        let status = await collector.status
        #expect(status.witnesses[0].trouble == nil)
        #expect(status.isProven && status.deviation != nil)
        #expect(bench.notes.told.count { $0 == "deviates" } == 1)
    }

    @Test("a log that forked is noticed, at the same size and beyond", arguments: [60, 80])
    func noticesFork(size: Int) async throws {
        try bench.grow(to: 60)
        await (try await bench.collector()).collect()
        try bench.grow(to: size, in: bench.samples.fork)
        // Also by one that knows nothing of before.
        let collector = try await bench.collector()
        await collector.collect()
        let found = try #require(await deviation(collector))
        guard case .forked(_, 60) = found else {
            Issue.record("\(found)")
            return
        }
    }

    @Test("a fork within what was not cosigned yet is none")
    func toleratesUnseen() async throws {
        let collector = try await bench.collector()
        try bench.grow(to: 13)
        await collector.collect()
        try bench.grow(to: 30, in: bench.samples.fork)
        await collector.collect()
        #expect(await deviation(collector) == nil)
        #expect(await collector.status.cosigned?.unverified.size == 30)
    }

    @Test("a tree of one's own that gives no proof is no witness's fault")
    func noticesOwnDamage() async throws {
        let collector = try await bench.collector()
        try bench.grow(to: 20)
        await collector.collect()
        bench.log.set(try bench.samples.checkpoint(of: 60), in: bench.samples.fork)
        await collector.collect()
        let status = await collector.status
        #expect(status.witnesses.allSatisfy { $0.trouble == .noProof })
        #expect(status.deviation == nil)
    }

    static let answers: [(WitnessReply, WitnessTrouble)] = [
        (reply(404), .unknownLog), (reply(403), .unknownKey), (reply(400), .unintelligible),
        (reply(503), .status(503)), (reply(301), .status(301)), (reply(200), .unintelligible),
        (reply(200, "— witness.example/w1 AAAAAAAA\n"), .unintelligible),
        (reply(409), .unintelligible), (reply(409, "7\n"), .unintelligible),
        (reply(409, "07\n", "text/x.tlog.size"), .unintelligible),
        (reply(409, "7", "text/x.tlog.size"), .unintelligible),
        (reply(409, "+7\n", "text/x.tlog.size"), .unintelligible),
        (reply(409, "-7\n", "text/x.tlog.size"), .unintelligible),
        (reply(409, "99999999999999999999\n", "text/x.tlog.size"), .unintelligible),
        (reply(409, "3\n", "text/x.tlog.size"), .unintelligible),
        (reply(409, "50\n", "text/x.tlog.size"), .ahead(size: 50)),
        (reply(422), .otherTree(size: 0)),
    ]

    private static func reply(
        _ status: Int, _ body: String = "", _ type: String = "text/plain"
    ) -> WitnessReply {
        WitnessReply(status: status, contentType: type, body: Array(body.utf8))
    }

    @Test("each answer that is none is named", arguments: answers)
    func namesAnswers(reply: WitnessReply, trouble: WitnessTrouble) async throws {
        let collector = try await bench.collector()
        bench.set(0, .answers(reply))
        try bench.grow(to: 10)
        await collector.collect()
        let status = await collector.status
        #expect(status.witnesses[0].trouble == trouble)
        #expect(status.cosigned?.unverified.size == 10, "the others are enough")
    }

    @Test("another's cosignature, or one of another checkpoint, does not count")
    func refusesOtherCosignatures() async throws {
        let collector = try await bench.collector()
        let other = try bench.samples.request(from: 0, to: 9)
        guard case .cosigned(let stale) = try await bench.witnesses[0].addCheckpoint(other.bytes)
        else { return }
        try bench.grow(to: 10)
        bench.set(0, .answers(Self.reply(200, stale.line)))
        bench.set(1, .witness(bench.witnesses[2]))
        await collector.collect()
        let status = await collector.status
        #expect(status.witnesses[0].trouble == .unintelligible)
        #expect(status.witnesses[1].trouble == .unintelligible)
        #expect(status.cosigned == nil)
    }

    @Test("no bit of a cosignature can change and still count")
    func noticesEveryFlip() async throws {
        let request = try bench.samples.request(from: 0, to: 10)
        guard case .cosigned(let line) = try await bench.witnesses[0].addCheckpoint(request.bytes)
        else { return }
        let bytes = Array(line.line.utf8)
        let client = try #require(
            WitnessClient(bench.policy.witnesses[0], transport: bench.transport, tree: bench.log))
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1 << (position % 8)
            bench.set(0, .answers(WitnessReply(status: 200, contentType: nil, body: changed)))
            let outcome = await client.cosign(request.checkpoint, believing: 0)
            #expect(outcome.result == .failed(.unintelligible), "byte \(position)")
        }
    }

    @Test("what was kept and is damaged, or another log's, is not taken for good")
    func refusesDamage() async throws {
        try bench.grow(to: 10)
        await (try await bench.collector()).collect()
        let kept = try #require(bench.log.kept.last)
        let text = String(decoding: kept.bytes, as: UTF8.self)
        let changed = text.replacing("\n10\n", with: "\n11\n")
        try bench.log.keep(SignedCheckpoint(parsing: Array(changed.utf8)))
        await #expect(throws: StorageFailure.unreadable) { try await bench.collector() }
    }
}
