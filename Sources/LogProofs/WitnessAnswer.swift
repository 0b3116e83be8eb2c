public import TransparencyLogs

/// What a witness answers to `add-checkpoint`.
public enum WitnessAnswer: Hashable, Sendable {
    /// The checkpoint is recorded durably, and this is the cosignature.
    case cosigned(NoteSignature)
    case refused(WitnessRefusal)
}
