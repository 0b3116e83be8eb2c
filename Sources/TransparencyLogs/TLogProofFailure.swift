/// Why bytes are no proof file, or a proof proves nothing. Lines count from 1.
public enum TLogProofFailure: Error, Hashable {
    case malformed(line: Int)
    /// The inclusion proof is of a tree of another size than the checkpoint's.
    case otherSize
    case checkpoint(CheckpointFailure)
    case distrusted(PolicyViolation)
    case inclusion(InclusionFailure)
}
