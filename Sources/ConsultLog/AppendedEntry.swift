/// An entry that is durable.
public struct AppendedEntry: Hashable, Sendable {
    public let id: EntryID
    public let leafHash: LeafHash

    public init(id: EntryID, leafHash: LeafHash) {
        self.id = id
        self.leafHash = leafHash
    }

    /// The entry as what an outcome refers to, when it is an `asked`.
    public var asAsked: AskedReference { AskedReference(id: id, leaf: leafHash) }
}
