import ConsultLog
import LogSearch
import Synchronization

/// A search that finds what it is told to, and remembers who asked for what.
final class NotedSearch: Sendable {
    private struct State {
        var hits: [SearchHit] = []
        var failure: SearchFailure?
        var asked: [(request: SearchRequest, auditor: Auditor)] = []
    }

    private let state = Mutex(State())

    var asked: [(request: SearchRequest, auditor: Auditor)] { state.withLock { $0.asked } }

    func find(_ hits: SearchHit...) { state.withLock { $0.hits = hits } }

    func fail(_ failure: SearchFailure) { state.withLock { $0.failure = failure } }

    func page(
        _ request: SearchRequest, for auditor: Auditor
    ) throws(SearchFailure) -> SearchPage {
        let (hits, failure) = state.withLock { state in
            state.asked.append((request, auditor))
            return (state.hits, state.failure)
        }
        if let failure { throw failure }
        return SearchPage(hits: hits, cursor: nil, complete: UInt64(hits.count))
    }
}
