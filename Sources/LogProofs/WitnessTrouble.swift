/// Why a witness did not cosign a checkpoint, as the log sees it.
public enum WitnessTrouble: Hashable, Sendable {
    case noAnswer(WitnessTransportFailure)
    /// The witness does not know the log: 404.
    case unknownLog
    /// The witness does not know the log's key: 403.
    case unknownKey
    /// The witness cosigned a larger checkpoint of this log already. When the log has none of that
    /// size, it was rolled back.
    case ahead(size: UInt64)
    /// The witness holds another tree of this size than the log: the log forked.
    case otherTree(size: UInt64)
    /// A cosignature came that is not the witness's, or an answer that the protocol does not have.
    case unintelligible
    /// The witness answered with another status, such as 503.
    case status(Int)
    /// The log's own tree gave no proof that holds.
    case noProof
}
