import ConsultLog
import LogProofs
import Testing
import TransparencyLogs
import WitnessFakes

@Suite("the witness when its storage fails")
struct WitnessFaultTests {
    private let samples = WitnessSamples()
    private let storage = InMemoryWitnessStorage()

    static let failures: [StorageFailure] = [
        .notWritten(.diskFull), .unknownOutcome, .syncFailed,
    ]

    @Test(
        "what failed and was not kept is not cosigned, and can be asked again", arguments: failures)
    func failsAndIsNotKept(failure: StorageFailure) async throws {
        let bench = try WitnessBench(storage)
        _ = try await bench.add(samples.request(from: 0, to: 5))
        await storage.failNext(.failsAndIsNotKept(failure))
        let request = try samples.request(from: 5, to: 9)
        await #expect(throws: WitnessFailure.storage(failure)) { try await bench.add(request) }
        #expect(try await bench.time(bench.add(request), of: request.checkpoint) != nil)
    }

    @Test(
        "what failed but was kept is not cosigned, and the log learns its size", arguments: failures
    )
    func failsButIsKept(failure: StorageFailure) async throws {
        let bench = try WitnessBench(storage)
        _ = try await bench.add(samples.request(from: 0, to: 5))
        await storage.failNext(.failsAndIsKept(failure))
        let request = try samples.request(from: 5, to: 9)
        await #expect(throws: WitnessFailure.storage(failure)) { try await bench.add(request) }
        #expect(try await bench.add(request) == .refused(.wrongOldSize(latest: 9)))
        // Another tree of that size is refused, although no cosignature was ever handed out.
        let fork = try samples.request(from: 9, to: 9, in: WitnessSamples(size: 9).tree)
        #expect(try await bench.time(bench.add(fork), of: fork.checkpoint) != nil)
    }

    @Test("after a sync that failed the process is to end, after nothing else")
    func endsAfterFailedSync() async throws {
        let bench = try WitnessBench(storage)
        await storage.failNext(.failsAndIsNotKept(.unknownOutcome))
        _ = try? await bench.add(samples.request(from: 0, to: 5))
        #expect(bench.failedSyncs.second == 0)
        await storage.failNext(.failsAndIsNotKept(.syncFailed))
        _ = try? await bench.add(samples.request(from: 0, to: 5))
        #expect(bench.failedSyncs.second == 1)
    }

    @Test("it is recorded before it is answered: a witness that starts anew knows it")
    func recordsFirst() async throws {
        let request = try samples.request(from: 0, to: 60)
        _ = try await WitnessBench(storage).add(request)
        let again = try WitnessBench(storage)
        let fork = try samples.request(from: 0, to: 60, in: samples.fork)
        #expect(try await again.add(fork) == .refused(.wrongOldSize(latest: 60)))
    }

    @Test("of requests at once none takes the record back, and no size gets two roots")
    func survivesRace() async throws {
        let bench = try WitnessBench(storage)
        _ = try await bench.add(samples.request(from: 0, to: 13))
        let answers = try await withThrowingTaskGroup(
            of: (Checkpoint, WitnessAnswer).self
        ) { group in
            for round in 0..<40 {
                let tree = round.isMultiple(of: 2) ? samples.tree : samples.fork
                let request = try samples.request(from: 13, to: 14 + round % 8, in: tree)
                group.addTask {
                    (request.checkpoint.unverified, try await bench.add(request))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let cosigned = answers.filter { if case .cosigned = $0.1 { true } else { false } }
        #expect(cosigned.count == 1, "all began at one size, so one can have been first")
        let sizes = await storage.history.map(\.checkpoint.size)
        #expect(sizes == sizes.sorted())
        let roots = await Dictionary(grouping: storage.history, by: \.checkpoint.size)
        #expect(roots.values.allSatisfy { Set($0.map(\.checkpoint.root)).count == 1 })
    }

    @Test("the storage in memory keeps its promises", arguments: WitnessStorageContract.checks)
    func keepsPromises(check: WitnessStorageContract.Check) async throws {
        #expect(try await check.violations(storage) == [])
    }
}
