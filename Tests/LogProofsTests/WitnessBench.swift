import LogProofs
import TransparencyLogs
import WitnessFakes

/// A witness on a storage, with a clock that the test sets.
struct WitnessBench: Sendable {
    let witness: Witness
    let samples: WitnessSamples
    let clock = TestSeconds()
    /// Counts how often the disk was said to have dropped a write.
    let failedSyncs = TestSeconds(0)

    init(
        _ storage: any WitnessStorage = InMemoryWitnessStorage(),
        samples: WitnessSamples = WitnessSamples()
    ) throws {
        self.samples = samples
        let log = WitnessedLog(origin: samples.origin, keys: [try samples.signer().verifier])
        let rules = WitnessRules(cosigner: try WitnessSamples.cosigner(), logs: [log])
        witness = Witness(
            rules: rules, storage: storage, now: { [clock] in clock.now },
            onFailedSync: { [failedSyncs] in failedSyncs.advance(by: 1) })
    }

    func add(_ request: AddCheckpointRequest) async throws -> WitnessAnswer {
        try await witness.addCheckpoint(request.bytes)
    }

    /// The cosignature's time, after checking that it is the witness's over the checkpoint.
    func time(_ answer: WitnessAnswer, of checkpoint: SignedCheckpoint) throws -> UInt64? {
        guard case .cosigned(let line) = answer else { return nil }
        let note = try checkpoint.note.adding([line])
        return try note.verify([witness.rules.verifier]).first?.time
    }
}
