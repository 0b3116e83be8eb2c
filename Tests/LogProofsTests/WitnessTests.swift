import ConsultLog
import LogProofs
import Testing
import TransparencyLogs
import WitnessFakes

@Suite("the witness")
struct WitnessTests {
    private let samples = WitnessSamples()

    private func size(_ answer: WitnessAnswer) -> UInt64? {
        guard case .refused(.wrongOldSize(let latest)) = answer else { return nil }
        return latest
    }

    @Test("a log that grows is cosigned at each step", arguments: [1, 2, 13, 32, 64, 99])
    func cosigns(middle: Int) async throws {
        let bench = try WitnessBench()
        for (old, new) in [(0, middle), (middle, middle), (middle, 100)] {
            let request = try samples.request(from: old, to: new)
            let answer = try await bench.add(request)
            #expect(try bench.time(answer, of: request.checkpoint) == 1_800_000_000)
        }
    }

    @Test("an empty log is cosigned too")
    func cosignsEmpty() async throws {
        let bench = try WitnessBench()
        let request = try samples.request(from: 0, to: 0)
        #expect(try await bench.time(bench.add(request), of: request.checkpoint) != nil)
        let next = try samples.request(from: 0, to: 5)
        #expect(try await bench.time(bench.add(next), of: next.checkpoint) != nil)
    }

    @Test("a log that is not known is refused, and one whose name differs by a letter")
    func refusesUnknownLog() async throws {
        let bench = try WitnessBench()
        let stranger = WitnessSamples(log: "log.example/consult")
        #expect(
            try await bench.add(stranger.request(from: 0, to: 5)) == .refused(.unknownLog))
    }

    @Test("a checkpoint that the log did not sign is refused, also beside good signatures")
    func refusesUnsigned() async throws {
        let bench = try WitnessBench()
        let good = try samples.request(from: 0, to: 5)
        let checkpoint = good.checkpoint.unverified
        let foreign = try checkpoint.signed(by: samples.signer(seed: 2))
        #expect(
            try await bench.add(AddCheckpointRequest(good.proof, checkpoint: foreign))
                == .refused(.notSigned))
        let signature = good.checkpoint.note.signatures[0]
        let forged = NoteSignature(
            name: signature.name, keyID: signature.keyID,
            signature: signature.signature.reversed())
        let both = try SignedCheckpoint(
            SignedNote(text: good.checkpoint.note.text, signatures: [signature, forged]))
        #expect(
            try await bench.add(AddCheckpointRequest(good.proof, checkpoint: both))
                == .refused(.notSigned))
        let beside = try good.checkpoint.adding(foreign.note.signatures)
        #expect(
            try await bench.time(
                bench.add(AddCheckpointRequest(good.proof, checkpoint: beside)), of: beside)
                != nil)
    }

    @Test("an old size beyond the checkpoint's is refused before anything else is told")
    func refusesLargeOldSize() async throws {
        let bench = try WitnessBench()
        let good = try samples.request(from: 0, to: 5)
        let body = Array("old 6\n\n".utf8) + good.checkpoint.bytes
        #expect(
            try await bench.witness.addCheckpoint(body) == .refused(.oldSizeTooLarge))
    }

    @Test("another old size than the last is answered with the last")
    func tellsSize() async throws {
        let bench = try WitnessBench()
        #expect(size(try await bench.add(samples.request(from: 3, to: 5))) == 0)
        _ = try await bench.add(samples.request(from: 0, to: 20))
        for old in [0, 19, 21] {
            #expect(size(try await bench.add(samples.request(from: old, to: 40))) == 20)
        }
    }

    @Test("a log that was rolled back is told the size that it had")
    func noticesRollback() async throws {
        let bench = try WitnessBench()
        _ = try await bench.add(samples.request(from: 0, to: 60))
        #expect(size(try await bench.add(samples.request(from: 20, to: 40))) == 60)
        #expect(size(try await bench.add(samples.request(from: 40, to: 40))) == 60)
    }

    @Test("a fork is refused at the same size and beyond")
    func refusesFork() async throws {
        let bench = try WitnessBench()
        _ = try await bench.add(samples.request(from: 0, to: 60))
        let kept = try samples.checkpoint(of: 60).unverified
        let same = try samples.request(from: 60, to: 60, in: samples.fork)
        #expect(
            try await bench.add(same)
                == .refused(
                    .otherRoot(
                        WitnessConflict(kept: kept, offered: same.checkpoint.unverified))))
        let beyond = try samples.request(from: 60, to: 80, in: samples.fork)
        #expect(
            try await bench.add(beyond)
                == .refused(
                    .inconsistent(
                        WitnessConflict(kept: kept, offered: beyond.checkpoint.unverified))))
        // The fork shares the first 13 leaves: what was cosigned last decides, not what is shared.
        let early = try WitnessBench()
        _ = try await early.add(samples.request(from: 0, to: 13))
        let request = try samples.request(from: 13, to: 80, in: samples.fork)
        #expect(try await early.time(early.add(request), of: request.checkpoint) != nil)
    }

    @Test("a proof that is short, long or of other sizes is refused")
    func refusesWrongProofs() async throws {
        let bench = try WitnessBench()
        let first = try samples.request(from: 0, to: 5)
        let long = AddCheckpointRequest(
            ConsistencyProof(oldSize: 0, newSize: 5, hashes: [.emptyRoot]),
            checkpoint: first.checkpoint)
        guard case .refused(.inconsistent) = try await bench.add(long) else {
            Issue.record("a proof from nothing must be empty")
            return
        }
        _ = try await bench.add(first)
        let good = try samples.request(from: 5, to: 80)
        for hashes in [[], Array(good.hashes.dropLast()), good.hashes + [.emptyRoot]] {
            let proof = ConsistencyProof(oldSize: 5, newSize: 80, hashes: hashes)
            let answer = try await bench.add(
                AddCheckpointRequest(proof, checkpoint: good.checkpoint))
            guard case .refused(.inconsistent) = answer else {
                Issue.record("\(hashes.count) hashes: \(answer)")
                return
            }
        }
        #expect(try await bench.time(bench.add(good), of: good.checkpoint) != nil)
    }

    @Test("no bit of a request can change and still be cosigned")
    func noticesEveryFlip() async throws {
        let storage = InMemoryWitnessStorage()
        let bench = try WitnessBench(storage)
        _ = try await bench.add(samples.request(from: 0, to: 13))
        let body = try samples.request(from: 13, to: 40).bytes
        for position in body.indices {
            // Every byte; each bit of the eight in its turn.
            for bit in [position % 8] {
                var changed = body
                changed[position] ^= 1 << bit
                if case .cosigned = try await bench.witness.addCheckpoint(changed) {
                    Issue.record("bit \(bit) of byte \(position)")
                }
            }
        }
        #expect(await storage.record(of: samples.origin)?.checkpoint.size == 13)
    }

    @Test("the time of a cosignature never goes back when the clock does")
    func keepsTime() async throws {
        let bench = try WitnessBench()
        let first = try samples.request(from: 0, to: 5)
        _ = try await bench.add(first)
        bench.clock.advance(by: -86_400)
        let second = try samples.request(from: 5, to: 9)
        #expect(try await bench.time(bench.add(second), of: second.checkpoint) == 1_800_000_000)
        bench.clock.advance(by: 86_401)
        let third = try samples.request(from: 9, to: 9)
        #expect(try await bench.time(bench.add(third), of: third.checkpoint) == 1_800_000_001)
    }

    @Test("a clock before 1970 counts as 1970")
    func survivesEarlyClock() async throws {
        let bench = try WitnessBench()
        bench.clock.advance(by: -3_600_000_000)
        let request = try samples.request(from: 0, to: 5)
        #expect(try await bench.time(bench.add(request), of: request.checkpoint) == 0)
    }
}
