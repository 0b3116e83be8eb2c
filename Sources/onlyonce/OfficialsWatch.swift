import Logging
import Officials
import ServiceLifecycle

/// Makes good what the consult log is owed about officials, for as long as the gateway serves.
struct OfficialsWatch: Service {
    let directory: OfficialDirectory
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isFailing = false
            while !Task.isCancelled {
                do throws(DirectoryRefusal) {
                    try await directory.settle()
                    if isFailing { logger.notice("what was owed about officials is logged") }
                    isFailing = false
                } catch {
                    if !isFailing {
                        logger.error(
                            "a change of officials took effect and cannot be logged now",
                            metadata: ["reason": "\(error)"])
                    }
                    isFailing = true
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
