import Synchronization

/// Keeps what was worked out for the latest keys; when it is full it starts afresh.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private let entries = Mutex<[Key: Value]>([:])

    init(limit: Int) { self.limit = limit }

    /// The value for a key, worked out once for as long as it stays. Two callers at the same time
    /// may both work it out.
    func value(for key: Key, _ make: () throws -> Value) rethrows -> Value {
        if let value = entries.withLock({ $0[key] }) { return value }
        let value = try make()
        entries.withLock { entries in
            if entries.count >= limit { entries.removeAll(keepingCapacity: true) }
            entries[key] = value
        }
        return value
    }
}
