public import TransparencyLogs

/// How far the tree of a log has grown, and whose it is.
public struct TreeHead: Hashable, Sendable {
    /// The number of entries that have an index.
    public let size: UInt64
    public let root: TreeHash
    /// The sequencer that may advance it.
    public let epoch: SequencerEpoch

    public init(size: UInt64, root: TreeHash, epoch: SequencerEpoch) {
        self.size = size
        self.root = root
        self.epoch = epoch
    }

    /// The head of a log that nobody has sequenced yet.
    public static let empty = TreeHead(size: 0, root: .emptyRoot, epoch: SequencerEpoch(0))
}
