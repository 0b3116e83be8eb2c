import LogSearch
import Logging
import ServiceLifecycle

/// Keeps the search index up with the log for as long as the gateway serves.
struct IndexingService: Service {
    let indexer: SearchIndexer
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await indexer.follow(
                pause: { try await Task.sleep(for: .milliseconds(250)) },
                onFailure: { failure in
                    logger.error(
                        "the search index stays behind", metadata: ["reason": "\(failure)"])
                })
        }
    }
}
