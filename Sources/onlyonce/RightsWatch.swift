import Gateway
import Logging
import ServiceLifecycle

/// Keeps what is in force up to date for as long as the gateway serves: a right that ends in another
/// process ends here within a second. Beside it, and never in its way, it logs the steps that could
/// not be logged when they were taken.
struct RightsWatch: Service {
    let register: RightsRegister
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { tasks in
                tasks.addTask {
                    await repeatedly(
                        failing: "the rights cannot be read: soon nothing will be decided any more",
                        again: "the rights can be read again"
                    ) { () throws(RightsFailure) in try await register.refresh() }
                }
                tasks.addTask {
                    await repeatedly(
                        failing: "a step was taken that could not be logged yet",
                        again: "every step that was taken is in the log"
                    ) { () throws(RightsFailure) in try await register.settle() }
                }
            }
        }
    }

    /// Four times a second, with a line when it begins to fail and when it no longer does.
    private func repeatedly(
        failing: Logger.Message, again: Logger.Message,
        _ work: () async throws(RightsFailure) -> Void
    ) async {
        var isFailing = false
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(250))
            do throws(RightsFailure) {
                try await work()
                if isFailing { logger.notice(again) }
                isFailing = false
            } catch {
                if !isFailing { logger.error(failing, metadata: ["reason": "\(error)"]) }
                isFailing = true
            }
        }
    }
}
