import ConsultLog
import GRDB
import Synchronization

/// Lets those who write at the same time share a transaction, and so a trip to the disk.
///
/// Group commit without a timer: what arrives while a transaction is on its way shares the next one.
/// What waits is taken on the writer's own thread, so that between two transactions no thread has to
/// wake another.
final class GroupCommit<Item: Sendable>: Sendable {
    /// How many items one transaction takes at most, unless a single call brings more.
    static var mostItems: Int { 4096 }

    private struct Call {
        let items: [Item]
        let continuation: CheckedContinuation<Result<Void, StorageFailure>, Never>
    }

    private struct State {
        var waiting: [Call] = []
        var isWriting = false
        /// Set by a failed sync: after it nothing can be trusted.
        var hasFailed = false

        mutating func takeCalls() -> [Call] {
            var count = 0
            let end = waiting.firstIndex { call in
                count += call.items.count
                return count > mostItems
            }
            let calls = Array(waiting[..<max(1, end ?? waiting.count)])
            waiting.removeFirst(calls.count)
            return calls
        }
    }

    private let database: DurableDatabase
    private let write: @Sendable (Database, [Item]) throws -> Void
    private let state = Mutex(State())

    /// - Parameter write: stores items in their order, in one transaction that it begins and ends.
    init(
        to database: DurableDatabase,
        _ write: @escaping @Sendable (Database, [Item]) throws -> Void
    ) {
        self.database = database
        self.write = write
    }

    /// Stores the items, all of them or none. Durable when it returns.
    ///
    /// - Throws: ``StorageFailure``, which all calls have in common that shared the transaction.
    func add(_ items: [Item]) async throws(StorageFailure) {
        let result = await withCheckedContinuation { continuation in
            let begins = state.withLock { state in
                state.waiting.append(Call(items: items, continuation: continuation))
                defer { state.isWriting = true }
                return !state.isWriting
            }
            if begins { takeTurn() }
        }
        try result.get()
    }

    /// How many calls wait for a transaction that has not begun.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    private func takeTurn() {
        database.submit { [self] turn in
            let (calls, hasFailed) = state.withLock { ($0.takeCalls(), $0.hasFailed) }
            let result: Result<Void, StorageFailure> =
                hasFailed
                ? .failure(.syncFailed)
                : turn.writing { try write($0, calls.flatMap(\.items)) }
            let goesOn = state.withLock { state in
                if case .failure(.syncFailed) = result { state.hasFailed = true }
                state.isWriting = !state.waiting.isEmpty
                return state.isWriting
            }
            // Behind whatever else waits for the writer.
            if goesOn { takeTurn() }
            for call in calls { call.continuation.resume(returning: result) }
        }
    }
}
