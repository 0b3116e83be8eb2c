public import TransparencyLogs

/// Knows the checkpoint of the log that is to be cosigned.
public protocol LatestCheckpoint: Sendable {
    /// Returns the newest checkpoint that the log signed and made durable, whether it is published or
    /// not, or one that waits to be published; `nil` while there is none. Cheap: it is asked every
    /// second.
    func latest() async -> SignedCheckpoint?
}
