public import AccessRights

/// The first entry of a log that goes on under a new origin, because the storage of the old one
/// turned out shorter than what was published of it.
public struct Continued: Hashable, Sendable {
    /// The last signed checkpoint of the old origin, byte for byte.
    public let checkpoint: CheckpointText
    /// How long this entry is kept.
    public let retention: RetentionClass

    public init(checkpoint: CheckpointText, retention: RetentionClass = .standard) {
        self.checkpoint = checkpoint
        self.retention = retention
    }
}
