import Logging
import ParkingCards
import ServiceLifecycle

/// Writes down what time has done to parking cards, and destroys closed dossiers whose time is over:
/// when the gateway starts, and every hour.
struct CardHousekeeping: Service {
    let office: CardOffice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(CardStorageFailure) {
                    let purged = try await office.tidy()
                    if purged > 0 {
                        logger.info(
                            "closed parking-card dossiers were destroyed",
                            metadata: ["count": "\(purged)"])
                    }
                } catch {
                    logger.warning("the dossiers of parking cards could not be tidied")
                }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}
