public import AccessRights

/// The data keys are to be wrapped by another key-encryption key; none of them is destroyed. Durable
/// before the first of them is.
///
/// Beside it the boxes hold who ordered it (`official`) and, where it was given, why (`reason`).
public struct KeyRotated: Hashable, Sendable {
    /// The key-encryption key that follows.
    public let wrappedBy: KeyEncryptionKeyID
    /// How long this entry is kept.
    public let retention: RetentionClass

    public init(wrappedBy: KeyEncryptionKeyID, retention: RetentionClass = .standard) {
        self.wrappedBy = wrappedBy
        self.retention = retention
    }
}
