/// A witness's knowledge that contradicts the log: nothing may be signed any more before somebody
/// has looked.
///
/// A refusal is not signed, so this is an alarm and no proof: a witness can also be wrong, or lie,
/// and must not be able to stop a log by that. What stops it is the checkpoint itself, as
/// ``LogArbiter`` is shown it: larger than the log, or of another tree, signed by the log, which no
/// witness can forge, and cosigned by the witness, so that whoever looks into it later sees that it
/// was witnessed.
public enum WitnessDeviation: Hashable, Sendable {
    /// The witness cosigned a larger checkpoint than the log has: the log was rolled back.
    case rolledBack(witness: String, witnessed: UInt64, own: UInt64)
    /// The witness cosigned another tree of this size: the log forked.
    case forked(witness: String, size: UInt64)
}
