/// Names an `asked` entry and holds it to its content.
public struct AskedReference: Hashable, Sendable {
    public let id: EntryID
    public let leaf: LeafHash

    public init(id: EntryID, leaf: LeafHash) {
        self.id = id
        self.leaf = leaf
    }
}
