public import AccessRights

/// Closes an intent whose outcome nobody recorded, because the writer died or could not write it.
public struct Interrupted: Hashable, Sendable {
    public let asked: AskedReference
    /// The class of the intent.
    public let retention: RetentionClass

    public init(asked: AskedReference, retention: RetentionClass) {
        self.asked = asked
        self.retention = retention
    }
}
