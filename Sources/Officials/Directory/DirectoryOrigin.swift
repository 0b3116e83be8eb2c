/// With which secret a directory was begun, and beside what.
public struct DirectoryOrigin: Hashable, Sendable {
    /// Derived from the secret, 32 bytes: it tells whether another secret is the same one, and
    /// nothing else.
    public let check: [UInt8]
    /// Whether the directory was begun beside a log that knew officials: an earlier one was lost,
    /// and with it who had left.
    public let isRebuilt: Bool

    public init(check: [UInt8], isRebuilt: Bool) {
        self.check = check
        self.isRebuilt = isRebuilt
    }
}
