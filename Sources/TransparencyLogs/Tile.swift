/// A tile and its hashes (C2SP tlog-tiles).
public struct Tile: Hashable, Sendable {
    public let coordinate: TileCoordinate
    /// As many as the coordinate's width.
    public let hashes: [TreeHash]

    init(coordinate: TileCoordinate, hashes: [TreeHash]) {
        precondition(hashes.count == coordinate.width)
        self.coordinate = coordinate
        self.hashes = hashes
    }

    /// Reads the published bytes; `nil` unless there are 32 for each hash.
    public init?(coordinate: TileCoordinate, bytes: [UInt8]) {
        guard bytes.count == coordinate.width * TreeHash.length else { return nil }
        self.coordinate = coordinate
        hashes = unsafe bytes.withUnsafeBytes { buffer in
            (0..<coordinate.width).map { position in
                let start = position * TreeHash.length
                return unsafe TreeHash(
                    copying: UnsafeRawBufferPointer(rebasing: buffer[start...]))
            }
        }
    }

    /// The published bytes: the hashes one after another.
    public var bytes: [UInt8] { unsafe hashes.withUnsafeBytes { unsafe Array($0) } }
}
