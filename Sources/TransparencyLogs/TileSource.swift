/// Where the tiles of a tree are kept.
///
/// Nothing is trusted: what a source gives is of the right length or refused, and a proof made from
/// it counts only once it is verified against a root that is known otherwise.
public protocol TileSource<Failure> {
    /// Why a tile cannot be had.
    associatedtype Failure: Error

    /// Returns the bytes of a tile, 32 for each of its hashes.
    ///
    /// For a partial tile the bytes of the full one at the same place do as well: it starts with the
    /// same hashes, and a source may have dropped the partial tile for it.
    func bytes(of tile: TileCoordinate) throws(Failure) -> [UInt8]
}
