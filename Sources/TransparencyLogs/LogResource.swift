/// What a tiled log publishes below its prefix (C2SP tlog-tiles).
public enum LogResource: Hashable, Sendable {
    case checkpoint
    case tile(TileCoordinate)
    case entries(EntryBundleCoordinate)

    /// Reads a path without a slash in front; `nil` unless it is exactly what ``path`` writes.
    public init?(path: String) {
        if path.utf8.elementsEqual("checkpoint".utf8) {
            self = .checkpoint
        } else if let bundle = EntryBundleCoordinate(path: path) {
            self = .entries(bundle)
        } else if let tile = TileCoordinate(path: path) {
            self = .tile(tile)
        } else {
            return nil
        }
    }

    /// The path below the log's prefix.
    public var path: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .tile(let tile): tile.path
        case .entries(let bundle): bundle.path
        }
    }
}
