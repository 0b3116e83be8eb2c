import ConsultLog
import LogProofs
import Testing
import TransparencyLogs
import WitnessFakes

@Suite("the collector of cosignatures")
struct CollectorTests {
    private let bench: CollectorBench
    init() throws { bench = try CollectorBench() }

    @Test("each checkpoint gets its quorum, and it is durable and as the policy wants it")
    func collects() async throws {
        let collector = try await bench.collector()
        for size in [0, 1, 13, 64, 100] {
            try bench.grow(to: size)
            await collector.collect()
            let status = await collector.status
            #expect(status.cosigned?.unverified.size == UInt64(size))
            #expect(try bench.cosignatures(status.cosigned) == 3)
            #expect(bench.log.kept.last == status.cosigned)
            #expect(status.witnesses.allSatisfy { $0.trouble == nil && $0.size == UInt64(size) })
            bench.clock.advance(by: 1)
        }
        #expect(bench.notes.told == [])
    }

    @Test("a log without a checkpoint asks nobody")
    func waitsForFirst() async throws {
        let collector = try await bench.collector()
        await collector.collect()
        #expect(bench.transport.questions(to: "https://w1") == 0)
    }

    @Test("what a witness cosigned before is learnt from it, in one more question")
    func learnsSize() async throws {
        try bench.grow(to: 40)
        await (try await bench.collector()).collect()
        try bench.grow(to: 70)
        let fresh = try await bench.collector()
        await fresh.collect()
        #expect(await fresh.status.cosigned?.unverified.size == 70)
        #expect(bench.transport.questions(to: "https://w1") == 3)
        try bench.grow(to: 80)
        await fresh.collect()
        #expect(bench.transport.questions(to: "https://w1") == 4)
    }

    @Test("one witness away is enough for a quorum of two, two are not")
    func countsQuorum() async throws {
        let collector = try await bench.collector()
        try bench.grow(to: 10)
        bench.set(0, .fails(.unreachable))
        await collector.collect()
        #expect(await collector.status.cosigned?.unverified.size == 10)
        bench.set(1, .fails(.timedOut))
        try bench.grow(to: 20)
        bench.clock.advance(by: 1)
        await collector.collect()
        #expect(await collector.status.cosigned?.unverified.size == 10)
        #expect(bench.notes.told.count == 2)
        bench.set(1, .witness(bench.witnesses[1]))
        bench.clock.advance(by: 2)
        await collector.collect()
        #expect(await collector.status.cosigned?.unverified.size == 20)
        #expect(bench.notes.told.last == "w2 recovered")
    }

    @Test("a witness that fails is left alone for longer and longer, the others are not")
    func backsOff() async throws {
        let collector = try await bench.collector()
        bench.set(0, .fails(.unreachable))
        for second in 0..<60 {
            try bench.grow(to: 1 + second)
            await collector.collect()
            bench.clock.advance(by: 1)
        }
        #expect((5...8).contains(bench.transport.questions(to: "https://w1")))
        #expect(bench.transport.questions(to: "https://w2") == 60)
    }

    @Test("an unchanged checkpoint is cosigned anew before it is too old, and not more often")
    func refreshes() async throws {
        let collector = try await bench.collector(oldest: 600)
        try bench.grow(to: 10)
        for _ in 0..<10 { await collector.collect() }
        #expect(bench.transport.questions(to: "https://w1") == 1)
        bench.clock.advance(by: 300)
        await collector.collect()
        #expect(bench.transport.questions(to: "https://w1") == 2)
        let status = await collector.status
        #expect(status.age == 0)
        // One cosignature of each witness, the later one.
        let cosigned = try #require(status.cosigned)
        #expect(cosigned.note.signatures.count == 4)
        let times = try bench.policy.evaluate(
            cosigned, besides: [bench.samples.signer().verifier]
        ).cosignatures.map(\.time)
        #expect(times == Array(repeating: 1_800_000_300, count: 3))
    }

    @Test("a quorum that is too long ago is said, also when there never was one")
    func tellsAge() async throws {
        let collector = try await bench.collector(oldest: 600)
        #expect(await !collector.status.isTooOld)
        bench.clock.advance(by: 601)
        #expect(await collector.status.isTooOld)
        try bench.grow(to: 10)
        await collector.collect()
        #expect(await !collector.status.isTooOld)
        for index in 0..<3 { bench.set(index, .fails(.unreachable)) }
        bench.clock.advance(by: 600)
        await collector.collect()
        #expect(await !collector.status.isTooOld)
        bench.clock.advance(by: 1)
        #expect(await collector.status.isTooOld)
        // Whoever starts anew reads the age off the cosignatures.
        let again = try await bench.collector(oldest: 600)
        #expect(await again.status.age == 601)
        #expect(await again.status.cosigned?.unverified.size == 10)
    }

    @Test("a clock that jumps back stops nothing")
    func survivesClock() async throws {
        let collector = try await bench.collector(oldest: 600)
        try bench.grow(to: 10)
        await collector.collect()
        bench.clock.advance(by: -100_000)
        try bench.grow(to: 20)
        await collector.collect()
        let status = await collector.status
        #expect(status.cosigned?.unverified.size == 20)
        #expect(status.age == 0 && !status.isTooOld)
        bench.clock.advance(by: 601)
        #expect(await collector.status.isTooOld)
    }

    @Test("a slow witness holds up nobody, and its cosignature counts when it comes")
    func waitsForNobody() async throws {
        let (gate, opener) = AsyncStream<Void>.makeStream()
        bench.set(0, .waits(gate, bench.witnesses[0]))
        let collector = try await bench.collector()
        try bench.grow(to: 10)
        let slow = Task { await collector.collect() }
        while await collector.status.cosigned == nil { await Task.yield() }
        try bench.grow(to: 20)
        await collector.collect()
        #expect(await collector.status.cosigned?.unverified.size == 20)
        opener.yield()
        opener.finish()
        await slow.value
        let status = await collector.status
        #expect(status.cosigned?.unverified.size == 20)
        #expect(status.witnesses[0].size == 10)
        #expect(bench.log.kept.map(\.unverified.size) == [10, 20])
    }

    @Test("a quorum that cannot be made durable is not given away, and is said")
    func keepsFirst() async throws {
        let collector = try await bench.collector()
        bench.log.fail(.notWritten(.diskFull))
        try bench.grow(to: 10)
        await collector.collect()
        #expect(await collector.status.cosigned == nil)
        #expect(await collector.status.isStorageFailing)
        bench.log.fail(nil)
        try bench.grow(to: 11)
        await collector.collect()
        #expect(await collector.status.cosigned?.unverified.size == 11)
        #expect(await !collector.status.isStorageFailing)
    }

    @Test("it goes round by itself and ends when it is cancelled")
    func runs() async throws {
        let collector = try await bench.collector()
        try bench.grow(to: 10)
        let running = Task { await collector.run(every: .milliseconds(1)) }
        while await collector.status.cosigned == nil { await Task.yield() }
        running.cancel()
        await running.value
        #expect(await collector.status.cosigned?.unverified.size == 10)
    }
}
