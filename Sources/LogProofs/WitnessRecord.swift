public import TransparencyLogs

/// What a witness remembers of one log: the last checkpoint that it cosigned.
public struct WitnessRecord: Hashable, Sendable {
    /// As the log signed it, so that it is evidence against a log that later shows another tree.
    public let signed: SignedCheckpoint
    /// The time of the cosignature, in seconds since 1970.
    public let time: UInt64

    public init(signed: SignedCheckpoint, time: UInt64) {
        self.signed = signed
        self.time = time
    }

    /// What the log said; it was verified before it was recorded.
    public var checkpoint: Checkpoint { signed.unverified }
}
