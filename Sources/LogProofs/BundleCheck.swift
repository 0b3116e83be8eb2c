import ConsultLog
import TransparencyLogs

/// Reads one tile of level 0 and the entries under it, and holds them to each other.
///
/// It knows nothing of other bundles, so that several are checked at the same time.
struct BundleCheck: Sendable {
    /// What is left of a bundle once it was checked.
    struct Content: Sendable {
        let leaves: [TreeHash]
        /// The root over them, when they fill the tile.
        let root: TreeHash?
        /// The entries; `nil` where one was retired.
        let entries: [CheckedEntry?]
    }

    let resources: LogResources
    let shape: TreeShape
    let depth: LogVerifierDepth

    func check(bundle index: UInt64) async throws(LogVerifierFailure) -> Content {
        let width = shape.width(level: 0, index: index)
        let tile = try await resources.tile(
            TileCoordinate(level: 0, index: index, width: width))
        guard depth != .hashes else { return content(tile, []) }
        let bundle = try await resources.entries(
            EntryBundleCoordinate(index: index, width: width))
        var entries: [CheckedEntry?] = []
        entries.reserveCapacity(width)
        do throws(LogDeviation) {
            for position in 0..<width {
                entries.append(
                    try entry(
                        bundle[position], at: index << 8 + UInt64(position),
                        leaf: tile[position]))
            }
        } catch {
            throw .deviation(error)
        }
        return content(tile, entries)
    }

    private func content(_ leaves: [TreeHash], _ entries: [CheckedEntry?]) -> Content {
        let isFull = leaves.count == TileCoordinate.fullWidth
        return Content(
            leaves: leaves, root: isFull ? GrownTree.root(of: leaves) : nil, entries: entries)
    }

    private func entry(
        _ bytes: ArraySlice<UInt8>, at index: UInt64, leaf: TreeHash
    ) throws(LogDeviation) -> CheckedEntry? {
        // No entry is without bytes: this one was retired, and its hash alone is left.
        if bytes.isEmpty { return nil }
        guard TreeHash.leaf(bytes) == leaf else { throw .leafDiffers(index: index) }
        return try CheckedEntry(bytes, at: index, depth: depth)
    }
}
