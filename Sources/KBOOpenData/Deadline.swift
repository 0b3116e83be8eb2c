import Gateway

/// The time within which a question must be answered.
struct Deadline {
    let duration: Duration

    /// Waits for `answer` until the time is over, and no longer: not for a disk that hangs, and not
    /// for readings that were there before.
    ///
    /// - Throws: ``SourceFailure/unavailable(_:)`` of lateness when the time is over, and of an
    ///   answer cut off when the task is cancelled; otherwise what `answer` throws.
    func wait<Value: Sendable>(
        for answer: @escaping @Sendable () async throws(SourceFailure) -> Value
    ) async throws(SourceFailure) -> Value {
        typealias Outcome = Result<Value, SourceFailure>
        let (outcomes, outcome) = AsyncStream.makeStream(
            of: Outcome.self, bufferingPolicy: .bufferingOldest(1))
        // A reading that cannot be stopped outlives the wait, and what it finds is dropped.
        let reading = Task {
            do throws(SourceFailure) {
                outcome.yield(.success(try await answer()))
            } catch {
                outcome.yield(.failure(error))
            }
        }
        // Cancelled with the wait, whichever way that ends.
        let alarm = Task {
            try await Task.sleep(for: duration)
            outcome.yield(.failure(.unavailable(.tooLate)))
        }
        defer {
            reading.cancel()
            alarm.cancel()
        }
        for await first in outcomes { return try first.get() }
        throw .unavailable(.cutOff)
    }
}
