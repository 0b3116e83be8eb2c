import Gateway
import Logging
import ServiceLifecycle

/// Keeps what is in force up to date for as long as the gateway serves: a right that ends in another
/// process ends here within a second.
struct RightsWatch: Service {
    let register: RightsRegister
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isFailing = false
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(250))
                do throws(RightsFailure) {
                    try await register.refresh()
                    if isFailing { logger.notice("the rights can be read again") }
                    isFailing = false
                } catch {
                    if !isFailing {
                        logger.error(
                            "the rights cannot be read: soon nothing will be allowed any more",
                            metadata: ["reason": "\(error)"])
                    }
                    isFailing = true
                }
            }
        }
    }
}
