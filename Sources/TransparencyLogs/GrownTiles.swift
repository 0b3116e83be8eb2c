/// The tiles that a tree gets when it grows: level by level, from the left; none when it does not.
///
/// Made one by one, so that the tiles of a large tree can be walked without a list of them.
public struct GrownTiles: Sequence, IteratorProtocol, Sendable {
    private let shape: TreeShape
    private let old: TreeShape
    private var level = 0
    private var index: UInt64

    init(shape: TreeShape, old: TreeShape) {
        self.shape = shape
        self.old = old
        index = old.size >> 8
    }

    public mutating func next() -> TileCoordinate? {
        while level < shape.levels, shape.size > old.size {
            let hasGrown = shape.hashes(onLevel: level) > old.hashes(onLevel: level)
            if hasGrown, let tile = shape.tile(level: level, index: index) {
                index += 1
                return tile
            }
            level += 1
            index = old.hashes(onLevel: level) >> 8
        }
        return nil
    }
}
