/// A thread of its own for work that blocks or computes for long, one piece after the other.
public protocol WorkThread: Sendable {
    /// Does the work on the thread and returns what it returned.
    func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value
}
