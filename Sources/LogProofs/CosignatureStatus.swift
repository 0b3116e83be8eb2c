public import TransparencyLogs

/// How far the witnesses of a log have come.
public struct CosignatureStatus: Hashable, Sendable {
    /// The newest checkpoint with a quorum, cosignatures and all. It is durable.
    public let cosigned: SignedCheckpoint?
    /// How long ago the last quorum was, or the start when there has been none since; in seconds.
    public let age: Int64
    /// Whether that is longer than is allowed.
    public let isTooOld: Bool
    /// What a witness knows of this log that contradicts it; `nil` as long as nothing does.
    public let deviation: WitnessDeviation?
    /// Whether the witness showed a checkpoint that proves it: the log is read-only then.
    public let isProven: Bool
    /// Whether the last checkpoint with a quorum could not be made durable.
    public let isStorageFailing: Bool
    /// In the order of the policy; those whose address it does not say included.
    public let witnesses: [WitnessStanding]
}
