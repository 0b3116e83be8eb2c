import ConsultLog
import TransparencyLogs

/// Outcomes whose intent was not among those read last: of a writer that died, or much later. They
/// are found by reading the tiles of level 0 once more.
struct FarReferences {
    struct Reference {
        /// Of the outcome.
        let index: UInt64
        let intent: EntryOutline.Intent
        let consult: ScannedUUID
    }

    private static let most = 65_536

    private let check: BundleCheck
    private var references: [Reference] = []

    init(_ check: BundleCheck) { self.check = check }

    var isEmpty: Bool { references.isEmpty }
    var isFull: Bool { references.count >= Self.most }

    mutating func add(_ reference: Reference) { references.append(reference) }

    /// Finds every intent by its leaf, in tiles that add up to the tree that was checked.
    ///
    /// - Throws: ``LogDeviation/noIntent(index:)`` or ``LogDeviation/otherIntent(index:)``, for the
    ///   first such entry.
    mutating func resolve(in tree: GrownTree) async throws(LogVerifierFailure) {
        var open = Dictionary(grouping: references, by: \.intent.leaf)
        var other: UInt64?
        var again = GrownTree()
        while again.size < tree.size {
            let index = again.size >> 8
            let width = min(256, Int(tree.size - again.size))
            let whole = check.shape.width(level: 0, index: index)
            let published = try await check.resources.tile(
                TileCoordinate(level: 0, index: index, width: whole))
            let leaves = Array(published.prefix(width))
            for (position, leaf) in leaves.enumerated() {
                guard let found = open.removeValue(forKey: leaf) else { continue }
                let isIntent = try await isIntent(again.size + UInt64(position), leaf, found)
                let wrong = found.first {
                    $0.index <= again.size + UInt64(position) || !isIntent
                }
                if let wrong { other = min(other ?? wrong.index, wrong.index) }
            }
            _ = again.append(leaves, root: width == 256 ? GrownTree.root(of: leaves) : nil)
        }
        guard again.edge().root == tree.edge().root else {
            throw .deviation(.wrongRoot(size: tree.size))
        }
        let absent = open.values.joined().map(\.index).min()
        switch (absent, other) {
        case (nil, nil): references = []
        case (let absent?, let other) where absent < other ?? .max:
            throw .deviation(.noIntent(index: absent))
        case (_, let other): throw .deviation(.otherIntent(index: other ?? 0))
        }
    }

    /// Whether the entry at an index is the intent that these outcomes name. Of one that was retired
    /// the hash says it all.
    private func isIntent(
        _ index: UInt64, _ leaf: TreeHash, _ references: [Reference]
    ) async throws(LogVerifierFailure) -> Bool {
        let width = check.shape.width(level: 0, index: index >> 8)
        let bundle = try await check.resources.entries(
            EntryBundleCoordinate(index: index >> 8, width: width))
        let bytes = bundle[Int(index & 255)]
        if bytes.isEmpty { return true }
        guard TreeHash.leaf(bytes) == leaf,
            let entry = try? EntryOutline(scanning: bytes.span), entry.kind == .asked
        else { return false }
        return references.allSatisfy { $0.intent.id == entry.id && $0.consult == entry.consult }
    }
}
