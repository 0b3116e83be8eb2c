import Synchronization

/// Inner blocks of a segment that were read and checked. Every search begins at the root, so the
/// first to come are the ones that are needed most.
final class InnerBlocks: Sendable {
    /// A megabyte.
    private static let most = 256
    private let known = Mutex<[Int: SegmentBlock]>([:])

    subscript(number: Int) -> SegmentBlock? {
        get { known.withLock { $0[number] } }
        set {
            known.withLock { known in
                if known.count < Self.most { known[number] = newValue }
            }
        }
    }
}
