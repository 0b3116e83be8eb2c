/// Which entry bundle: the entries under one tile of level 0 (C2SP tlog-tiles).
public struct EntryBundleCoordinate: Hashable, Sendable {
    /// The position among the bundles; its first entry is `256 · index`.
    public let index: UInt64
    /// How many entries it has, 1 to 256.
    public let width: Int

    public init(index: UInt64, width: Int = TileCoordinate.fullWidth) {
        precondition((1...TileCoordinate.fullWidth).contains(width))
        self.index = index
        self.width = width
    }

    /// Reads a path such as `tile/entries/x001/x234/067.p/5`; `nil` unless it is exactly what
    /// ``path`` writes.
    public init?(path: String) {
        guard path.utf8.starts(with: "tile/entries/".utf8),
            let place = TilePlace(path: path.utf8.dropFirst("tile/entries/".utf8.count))
        else { return nil }
        self.init(index: place.index, width: place.width)
    }

    /// Where it is published, below the log's prefix: `tile/entries/<index>[.p/<width>]`.
    public var path: String { "tile/entries/\(TilePlace(index: index, width: width).path)" }

    /// Whether it will never change.
    public var isFull: Bool { width == TileCoordinate.fullWidth }

    /// The index of its first entry.
    public var firstEntry: UInt64 { index << 8 }
}
