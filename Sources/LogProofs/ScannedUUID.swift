import ConsultLog

/// An identifier as it was read from an entry.
struct ScannedUUID: Hashable {
    /// The first eight bytes, big-endian.
    let high: UInt64
    /// The last eight bytes, big-endian.
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    init(_ uuid: UUIDv7) { self.init(high: uuid.high, low: uuid.low) }
}
