/// Why an inclusion proof proves nothing.
public enum InclusionFailure: Error, Hashable {
    /// The tree has no such leaf.
    case noSuchLeaf(index: UInt64, size: UInt64)
    /// The proof has too few or too many hashes.
    case wrongLength(index: UInt64, size: UInt64)
    /// The proof leads to another root: the leaf, a hash or the root is not what it should be.
    case wrongRoot(index: UInt64, size: UInt64)
}
