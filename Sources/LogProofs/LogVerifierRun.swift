import ConsultLog
import TransparencyLogs

/// What is carried from bundle to bundle while a log is checked, always of the same size.
struct LogVerifierRun {
    private let check: BundleCheck
    private let checkpoint: Checkpoint
    private let older: Checkpoint?
    private var report: LogVerifierReport
    private var tree = GrownTree()
    private var window = AskedWindow()
    private var far: FarReferences
    private var firstEmpty: UInt64?
    private var retired: UInt64 = 0

    init(_ check: BundleCheck, _ trusted: TrustedCheckpoint, since older: Checkpoint?) {
        self.check = check
        self.older = older
        checkpoint = trusted.checkpoint
        report = LogVerifierReport(
            checkpoint: trusted, hashesAlone: check.depth == .hashes)
        // The root of an empty tree is the only one of its size.
        report.since = older?.size == 0 ? 0 : nil
        far = FarReferences(check)
    }

    /// The number of leaves that were checked.
    var size: UInt64 { tree.size }

    /// Takes the next bundle.
    mutating func take(_ content: BundleCheck.Content) async throws(LogVerifierFailure) {
        let first = tree.size
        try hold(to: content)
        report.tiles += 1
        for row in tree.append(content.leaves, root: content.root) { try await compare(row) }
        for (position, entry) in content.entries.enumerated() {
            let index = first + UInt64(position)
            guard let entry else {
                firstEmpty = firstEmpty ?? index
                report.retired += 1
                continue
            }
            retired += entry.retired
            report.entries[entry.outline.kind, default: 0] += 1
            try refer(entry.outline, index: index, leaf: content.leaves[position])
        }
        if far.isFull { try await resolveFar() }
    }

    /// Checks the right edge, the root, and what is only known at the end.
    mutating func finish() async throws(LogVerifierFailure) -> LogVerifierReport {
        for row in tree.partialRows { try await compare(row) }
        guard tree.size == checkpoint.size, tree.edge().root == checkpoint.root else {
            throw .deviation(.wrongRoot(size: checkpoint.size))
        }
        try await resolveFar()
        if let firstEmpty, report.retired > retired {
            throw .deviation(
                .emptied(index: firstEmpty, count: report.retired, retired: retired))
        }
        return report
    }

    /// Compares the root at the size of the older checkpoint, when it lies in this bundle.
    private mutating func hold(
        to content: BundleCheck.Content
    ) throws(LogVerifierFailure) {
        let end = tree.size + UInt64(content.leaves.count)
        guard let older, older.size > tree.size, older.size <= end else { return }
        let edge = tree.edge(with: content.leaves.prefix(Int(older.size - tree.size)))
        guard edge.root == older.root else { throw .deviation(.forked(size: older.size)) }
        report.since = older.size
    }

    private mutating func compare(_ row: GrownTree.Row) async throws(LogVerifierFailure) {
        let published = try await check.resources.tile(row.coordinate)
        for (position, (own, other)) in zip(row.hashes, published).enumerated()
        where own != other {
            let index = row.coordinate.index << 8 + UInt64(position)
            throw .deviation(.hashDiffers(level: row.coordinate.level, index: index))
        }
        report.tiles += 1
    }

    /// Remembers an intent, or looks for the one of which an entry is the outcome.
    private mutating func refer(
        _ entry: EntryOutline, index: UInt64, leaf: TreeHash
    ) throws(LogVerifierFailure) {
        if entry.kind == .asked {
            window.insert(.init(leaf: leaf, consult: entry.consult), id: entry.id)
        }
        guard let intent = entry.intent else { return }
        report.references += 1
        guard let asked = window[intent.id] else {
            far.add(
                FarReferences.Reference(index: index, intent: intent, consult: entry.consult))
            return
        }
        guard asked.leaf == intent.leaf else { throw .deviation(.noIntent(index: index)) }
        guard asked.consult == entry.consult else {
            throw .deviation(.otherIntent(index: index))
        }
    }

    private mutating func resolveFar() async throws(LogVerifierFailure) {
        if !far.isEmpty { try await far.resolve(in: tree) }
    }
}
