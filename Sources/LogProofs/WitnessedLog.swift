public import TransparencyLogs

/// A log whose checkpoints a witness cosigns.
public struct WitnessedLog: Hashable, Sendable {
    public let origin: LogOrigin
    /// The keys with which the log may sign, any one of which will do.
    public let keys: [VerifierKey]

    public init(origin: LogOrigin, keys: [VerifierKey]) {
        self.origin = origin
        self.keys = keys
    }
}
