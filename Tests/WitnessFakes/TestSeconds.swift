public import Facts
import Synchronization

/// A clock that stands still until it is set.
public final class TestSeconds: Sendable {
    private let seconds: Mutex<Int64>

    public init(_ second: Int64 = 1_800_000_000) { seconds = Mutex(second) }

    public var second: Int64 { seconds.withLock { $0 } }
    public var now: Timestamp { Timestamp(milliseconds: second * 1000) }

    public func advance(by count: Int64) { seconds.withLock { $0 += count } }
}
