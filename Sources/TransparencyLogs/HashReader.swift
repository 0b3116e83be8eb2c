/// Reads the hashes of a tree, from which roots and proofs are made.
///
/// Nothing it gives is trusted: what is made of it counts only once it is verified against a root
/// that is known otherwise.
public protocol HashReader<SourceFailure> {
    /// Why a hash cannot be had.
    associatedtype SourceFailure: Error

    /// The size of the tree that can be read.
    var size: UInt64 { get }

    /// Returns the hash of each node, in their order. All of them are full in the tree.
    func hashes(of nodes: [TreeNode]) throws(TreeReadFailure<SourceFailure>) -> [TreeHash]
}
