import CanonicalJSON
import HTTPFacade
import LogSearch

/// Makes the search index anew for a command, beside a running gateway, one at a time.
actor ReindexDesk {
    private enum State {
        case idle
        case running(total: UInt64)
        case done
        case failed(String)
    }
    private let indexer: SearchIndexer
    private var state = State.idle

    init(_ indexer: SearchIndexer) { self.indexer = indexer }

    /// Begins; the asker follows it with ``current()``.
    func start() -> ControlReply {
        if case .running = state { return current() }
        state = .running(total: indexer.index.next)
        let indexer = indexer
        // It outlives the request: the command asks how far it is.
        Task {
            do throws(IndexingFailure) {
                try await indexer.rebuild()
                finish(.done)
            } catch {
                finish(.failed("the index was not made anew: \(error)"))
            }
        }
        return current()
    }

    func current() -> ControlReply {
        let done = JSONValue.integer(Int64(indexer.index.next))
        return switch state {
        case .idle: ControlReply(["state": "idle", "done": done])
        case .running(let total):
            ControlReply(["state": "running", "done": done, "total": .integer(Int64(total))])
        case .done: ControlReply(["state": "done", "done": done])
        case .failed(let failure):
            ControlReply(["state": "failed", "done": done, "failure": .string(failure)])
        }
    }

    private func finish(_ outcome: State) { state = outcome }
}
