import TransparencyLogs

/// One question to one witness, to be asked outside of the collector.
struct CosignatureErrand: Sendable {
    /// The place of the witness in the policy.
    let witness: Int
    let client: WitnessClient
    let checkpoint: SignedCheckpoint
    let believed: UInt64

    func ask() async -> WitnessOutcome {
        await client.cosign(checkpoint, believing: believed)
    }
}
