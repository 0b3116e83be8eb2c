import CanonicalJSON
import ConsultLog
import HTTPFacade
import LogSearch
import Logging
import SQLiteStorage

extension DataDirectoryAccess {
    /// Asks for one page of a search.
    func search(_ question: JSONValue) async throws -> JSONValue {
        if let reply = try await asked(.post, "/log/searches", body: question) { return reply }
        return try await withSearch { opened in
            try await opened.indexer.catchUp()
            let reply = await SearchDesk(search: opened.search)
                .answer(question, from: CurrentUser.number)
            guard reply.status < 300 else {
                throw UsageError(reply.body["detail"]?.string ?? "the search failed")
            }
            return reply.body
        }
    }

    /// Makes the search index anew.
    ///
    /// - Parameter progress: told how many entries are indexed, and how many there were.
    /// - Returns: how many entries it holds.
    func reindex(
        progress: @escaping @Sendable (_ done: Int64, _ total: Int64) -> Void
    ) async throws -> Int64 {
        if var state = try await asked(.post, "/log/index") {
            while state["state"]?.string == "running" {
                progress(state["done"]?.integer ?? 0, state["total"]?.integer ?? 0)
                try await Task.sleep(for: .milliseconds(200))
                guard let next = try await asked(.get, "/log/index") else {
                    throw UsageError("the gateway ended; it goes on when it runs again")
                }
                state = next
            }
            if let failure = state["failure"]?.string { throw UsageError(failure) }
            return state["done"]?.integer ?? 0
        }
        return try await withSearch { opened in
            let total = Int64(opened.indexer.index.next)
            do throws(IndexingFailure) {
                try await opened.indexer.rebuild { progress(Int64($0), total) }
            } catch {
                throw UsageError("the index was not made anew: \(error)")
            }
            return Int64(opened.indexer.index.next)
        }
    }

    /// Opens the log and its index on a directory that no gateway runs on.
    private func withSearch<Value>(
        _ work: (OpenedSearch) async throws -> Value
    ) async throws -> Value {
        let directory = try lock()
        let logger = Logger(label: "onlyonce")
        let time = try SystemTime()
        let opening = LogOpening(settings.storage, now: { time.now() }, logger: logger)
        let storage = try await Installation.storage(in: directory)
        let result: Result<Value, any Error>
        do {
            let keys = try await opening.keys()
            let log = try await opening.log(on: storage, keys)
            result = .success(
                try await work(
                    try await OpenedSearch(of: log, on: storage, keys, in: directory, logger)))
        } catch {
            result = .failure(error)
        }
        await storage.close()
        return try result.get()
    }
}
