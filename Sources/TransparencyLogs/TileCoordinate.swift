/// Which tile: up to 256 hashes that stand side by side on every eighth level (C2SP tlog-tiles).
///
/// Hash `i` of tile `n` on level `L` is the root over the `256^L` leaves from
/// `(256·n + i) · 256^L` on.
public struct TileCoordinate: Hashable, Sendable {
    /// How many hashes a full tile has.
    public static let fullWidth = 256

    /// The tile level, 0 to 63.
    public let level: Int
    /// The position among the tiles of the level.
    public let index: UInt64
    /// How many hashes it has, 1 to 256.
    public let width: Int

    public init(level: Int, index: UInt64, width: Int = fullWidth) {
        precondition((0...63).contains(level) && (1...Self.fullWidth).contains(width))
        self.level = level
        self.index = index
        self.width = width
    }

    /// Reads a path such as `tile/0/x001/x234/067.p/5`; `nil` unless it is exactly what
    /// ``path`` writes.
    public init?(path: String) {
        guard path.utf8.starts(with: "tile/".utf8) else { return nil }
        let rest = path.utf8.dropFirst("tile/".utf8.count)
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")),
            let level = Decimal.number(rest[..<slash]), level <= 63,
            let place = TilePlace(path: rest[rest.index(after: slash)...])
        else { return nil }
        self.init(level: Int(level), index: place.index, width: place.width)
    }

    /// Where it is published, below the log's prefix: `tile/<level>/<index>[.p/<width>]`.
    public var path: String { "tile/\(level)/\(TilePlace(index: index, width: width).path)" }

    /// Whether it will never change.
    public var isFull: Bool { width == Self.fullWidth }
}
