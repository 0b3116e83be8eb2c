public import TransparencyLogs

/// One step of the tree: the entries that get an index, and what that makes of the tree.
public struct TreeAdvance: Hashable, Sendable {
    /// What the head must be, all of it, for the step to be taken.
    public let old: TreeHead
    public let new: TreeHead
    /// The entries in the order of their new indices, from the old size on.
    public let tickets: [SequencingTicket]
    /// The tiles that are new or wider.
    public let tiles: [Tile]

    public init(old: TreeHead, new: TreeHead, tickets: [SequencingTicket], tiles: [Tile]) {
        self.old = old
        self.new = new
        self.tickets = tickets
        self.tiles = tiles
    }
}
