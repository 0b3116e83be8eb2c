import TransparencyLogs

/// What a witness does with a request of a log that it knows.
enum WitnessDecision: Hashable, Sendable {
    /// Hand out the cosignature once the record stands in the place of the last one.
    case cosign(NoteSignature, recording: WitnessRecord)
    case refuse(WitnessRefusal)
}
