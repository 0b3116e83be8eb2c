import Dispatch
import Synchronization

/// What a thread is still to do, in its order.
final class BackgroundJobs: Sendable {
    typealias Job = @Sendable () -> Void

    private let waiting = Mutex<[Job?]>([])
    private let count = DispatchSemaphore(value: 0)

    /// - Parameter job: `nil` to end the thread behind all that it has.
    func add(_ job: Job?) {
        waiting.withLock { $0.append(job) }
        count.signal()
    }

    /// Waits for the next job; `nil` when the thread is to end. Blocks.
    func next() -> Job? {
        count.wait()
        return waiting.withLock { $0.removeFirst() }
    }
}
