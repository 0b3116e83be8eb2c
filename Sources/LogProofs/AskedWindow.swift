import TransparencyLogs

/// The intents that were read last, to which outcomes soon refer. Its size is bounded, so that a
/// log of any length is checked in the same memory.
struct AskedWindow {
    struct Asked: Hashable {
        let leaf: TreeHash
        let consult: ScannedUUID
    }

    /// Far more than are under way at a time.
    static let capacity = 65_536

    private let capacity: Int
    private var asked: [ScannedUUID: Asked] = [:]
    /// In the order in which they came, from `oldest` on and round.
    private var order: [ScannedUUID] = []
    private var oldest = 0

    init(capacity: Int = Self.capacity) {
        self.capacity = capacity
        asked.reserveCapacity(capacity)
        order.reserveCapacity(capacity)
    }

    subscript(id: ScannedUUID) -> Asked? { asked[id] }

    /// Keeps an intent, and forgets the oldest when there are too many.
    mutating func insert(_ intent: Asked, id: ScannedUUID) {
        asked[id] = intent
        if order.count < capacity {
            order.append(id)
        } else {
            asked[order[oldest]] = nil
            order[oldest] = id
            oldest = (oldest + 1) % capacity
        }
    }
}
