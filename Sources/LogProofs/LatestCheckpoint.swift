public import TransparencyLogs

/// Knows the newest checkpoint of the log.
public protocol LatestCheckpoint: Sendable {
    /// Returns the newest checkpoint that the log signed and made durable, whether it is published or
    /// not; `nil` while there is none. Cheap: it is asked every second.
    func latest() async -> SignedCheckpoint?
}
