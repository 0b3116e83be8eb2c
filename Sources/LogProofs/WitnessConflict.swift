public import TransparencyLogs

/// Two checkpoints that one log signed and that were not shown to be of one tree.
public struct WitnessConflict: Hashable, Sendable {
    /// The last one cosigned; `nil` when none was.
    public let kept: Checkpoint?
    /// The one that was refused.
    public let offered: Checkpoint

    public init(kept: Checkpoint?, offered: Checkpoint) {
        self.kept = kept
        self.offered = offered
    }
}
