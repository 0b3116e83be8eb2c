public import ConsultLog
public import TransparencyLogs

/// What was checked of a log that has no deviation.
public struct LogVerifierReport: Hashable, Sendable {
    /// The checkpoint that all of it adds up to, and who cosigned it.
    public let checkpoint: TrustedCheckpoint
    /// The size of the older checkpoint, when there was one; the log only grew since.
    public internal(set) var since: UInt64?
    /// The tiles whose every hash was recomputed, or added up when there were no entries.
    public internal(set) var tiles: UInt64 = 0
    /// The entries that were read, hashed and held to their form, by kind.
    public internal(set) var entries: [EntryKind: UInt64] = [:]
    /// The entries that were retired: their hashes alone are left, and were checked.
    public internal(set) var retired: UInt64 = 0
    /// The outcomes whose intent was found where they say.
    public internal(set) var references: UInt64 = 0
    /// Whether the log publishes no entries, so that only hashes were checked.
    public let hashesAlone: Bool

    init(checkpoint: TrustedCheckpoint, hashesAlone: Bool) {
        self.checkpoint = checkpoint
        self.hashesAlone = hashesAlone
    }

    /// The number of leaves.
    public var size: UInt64 { checkpoint.checkpoint.size }

    /// The number of entries that were read.
    public var entryCount: UInt64 { entries.values.reduce(0, +) }
}
