/// A checkpoint that satisfies a policy.
public struct TrustedCheckpoint: Hashable, Sendable {
    public let checkpoint: Checkpoint
    /// Of the witnesses that the policy names, with their times.
    public let cosignatures: [KnownSignature]
}
