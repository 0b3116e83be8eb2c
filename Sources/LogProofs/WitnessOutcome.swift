public import TransparencyLogs

/// What came of asking one witness for its cosignature.
public struct WitnessOutcome: Hashable, Sendable {
    /// What the witness gave.
    public enum Result: Hashable, Sendable {
        /// Checked, with the time that it states.
        case cosigned(NoteSignature, time: UInt64)
        case failed(WitnessTrouble)
    }

    public let result: Result
    /// The size of the last checkpoint that the witness cosigned, as far as it said so.
    public let size: UInt64?
}
