import Synchronization

/// Waits for what cannot be made to end, and not for ever.
enum FirstOf {
    /// Returns when the task has ended, or the time is over. The task goes on.
    static func end(
        of task: Task<Void, Never>, or over: @escaping @Sendable () async -> Void
    ) async {
        await withCheckedContinuation { continuation in
            let waiting = Mutex<CheckedContinuation<Void, Never>?>(continuation)
            let resume: @Sendable () -> Void = {
                waiting.withLock { waiting in
                    waiting?.resume()
                    waiting = nil
                }
            }
            // Each ends by itself, and the second of them does nothing.
            Task {
                await task.value
                resume()
            }
            Task {
                await over()
                resume()
            }
        }
    }
}
