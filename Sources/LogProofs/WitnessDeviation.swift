/// A witness's knowledge that contradicts the log: nothing may be signed any more before somebody
/// has looked.
///
/// A refusal is not signed, so this is an alarm and no proof: a witness can also be wrong.
public enum WitnessDeviation: Hashable, Sendable {
    /// The witness cosigned a larger checkpoint than the log has: the log was rolled back.
    case rolledBack(witness: String, witnessed: UInt64, own: UInt64)
    /// The witness cosigned another tree of this size: the log forked.
    case forked(witness: String, size: UInt64)
}
