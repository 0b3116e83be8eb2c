import Dispatch
public import LogSearch

/// A thread of its own for work that blocks, one piece after the other.
public struct BlockingQueue: WorkThread {
    private let queue: DispatchQueue

    /// - Parameter label: what a debugger shows.
    public init(_ label: String) { queue = DispatchQueue(label: label) }

    public func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result = await withCheckedContinuation { continuation in
            queue.async {
                do throws(Failure) {
                    continuation.resume(returning: Result<Value, Failure>.success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
