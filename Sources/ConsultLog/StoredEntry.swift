/// An entry's bytes at their place in the storage.
public struct StoredEntry: Hashable, Sendable {
    public let position: LogPosition
    public let bytes: [UInt8]

    public init(position: LogPosition, bytes: [UInt8]) {
        self.position = position
        self.bytes = bytes
    }

    /// Whether its bytes were removed because its month was retired.
    public var isRetired: Bool { bytes.isEmpty }
}
