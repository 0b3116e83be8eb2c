import Facts
import Synchronization

/// Goes through five years while a log is filled.
final class MovingClock: Sendable {
    private let done: Mutex<Int>
    private let full: Int

    init(full: Int, done: Int) {
        self.full = full
        self.done = Mutex(done)
    }

    var entries: Int { done.withLock(\.self) }

    func advance(by entries: Int) { done.withLock { $0 += entries } }

    func now() -> Timestamp {
        let share = Double(entries) / Double(full)
        return Timestamp(
            milliseconds: 1_621_000_000_000 + Int64(share * 157_000_000_000))
    }
}
