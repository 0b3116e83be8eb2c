/// Why a consistency proof proves nothing.
public enum ConsistencyFailure: Error, Hashable {
    /// The newer tree is smaller than the older one.
    case shrunk(from: UInt64, to: UInt64)
    /// The proof has too few or too many hashes.
    case wrongLength(from: UInt64, to: UInt64)
    /// The proof leads to another root of the older tree: of one size, two trees.
    case wrongOldRoot(size: UInt64)
    /// The proof leads to another root of the newer tree. When the older size is a power of two the
    /// proof starts from the older root, so that a wrong one shows here.
    case wrongNewRoot(size: UInt64)
}
