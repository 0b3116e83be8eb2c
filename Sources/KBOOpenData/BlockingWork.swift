import Dispatch

/// Work that blocks, on a thread outside the cooperative pool.
enum BlockingWork {
    /// Runs `work` and waits for it. Cancelling the task raises the flag that `work` looks at.
    static func run<Result: Sendable>(
        _ work: @escaping @Sendable (CancellationFlag) throws(KBOFailure) -> Result
    ) async throws(KBOFailure) -> Result {
        let flag = CancellationFlag()
        // A queue of its own, so that an import of minutes holds up nobody else's work.
        let queue = DispatchQueue(label: "kbo-open-data", qos: .utility)
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    continuation.resume(
                        returning: Swift.Result { () throws(KBOFailure) in try work(flag) })
                }
            }
        } onCancel: {
            flag.raise()
        }.get()
    }
}
