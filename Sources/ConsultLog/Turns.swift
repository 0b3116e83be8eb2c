import Synchronization

/// Runs what it is given one after the other, in the order in which it came.
///
/// What was begun is finished, also when whoever waits for it is cancelled: so nothing is left half
/// done. Nothing that runs in a turn may wait for a later turn of the same.
public final class Turns: Sendable {
    private let last = Mutex<Task<Void, Never>?>(nil)

    public init() {}

    /// Runs the work when everything that came before is done, and returns what came of it.
    public func take<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let task = last.withLock { last in
            let earlier = last
            // It outlives a caller that is cancelled.
            let task = Task<Result<Value, Failure>, Never> {
                await earlier?.value
                do throws(Failure) {
                    return .success(try await work())
                } catch {
                    return .failure(error)
                }
            }
            last = Task { _ = await task.value }
            return task
        }
        return try await task.value.get()
    }
}
