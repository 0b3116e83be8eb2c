import ConsultLog
import Logging
import ServiceLifecycle

/// Closes, for as long as the gateway serves, the consults of which the outcome could not be written,
/// as soon as the log can be written again.
struct IntentClosing: Service {
    let log: ConsultLog
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                let count = await log.closeOpenIntents()
                guard count > 0 else { continue }
                logger.notice(
                    "closed consults of which the outcome could not be written",
                    metadata: ["count": "\(count)"])
            }
        }
    }
}
