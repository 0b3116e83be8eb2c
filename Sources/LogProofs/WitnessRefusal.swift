public import TransparencyLogs

/// Why a witness does not cosign (C2SP tlog-witness, `add-checkpoint`).
public enum WitnessRefusal: Hashable, Sendable {
    /// The body is no request: 400.
    case malformed(AddCheckpointFailure)
    /// The origin is of no log that this witness knows: 404.
    case unknownLog
    /// No key of the log signed, or a signature that bears the name of one is not the key's: 403.
    case notSigned
    /// The old size is larger than the checkpoint's: 400.
    case oldSizeTooLarge
    /// The last checkpoint cosigned has another size than the old size, namely this one: 409.
    case wrongOldSize(latest: UInt64)
    /// The checkpoint has the size of the last one cosigned and another root: 409. The log signed
    /// two trees.
    case otherRoot(WitnessConflict)
    /// The proof does not lead from the last checkpoint cosigned to this one: 422. The log may have
    /// signed two trees, or have sent a wrong proof.
    case inconsistent(WitnessConflict)
}
