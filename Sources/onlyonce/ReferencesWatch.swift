import ConsultLog
import Facts
import Gateway
import HTTPFacade
import Logging
import ServiceLifecycle

/// Looks after the repertory of references for as long as the gateway serves: what the log is owed
/// about dossiers gets there, and what cannot be read any more is found before somebody needs it.
struct ReferencesWatch: Service {
    let gateway: Gateway
    let repertory: Repertory
    let today: @Sendable () -> CalendarDate
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            try? await repertory.examine(openOn: today())
            if let trouble {
                logger.error(
                    "the repertory of references is damaged: put the database or the key store back",
                    metadata: ["reason": "\(trouble.reason)"])
            }
            repeat {
                _ = await gateway.payReferenceDebts()
            } while (try? await Task.sleep(for: .seconds(1))) != nil
        }
    }

    /// What operators must know of it.
    var trouble: HealthTrouble? {
        let condition = repertory.condition
        let (boxes, keys) = (condition.damagedBoxes, condition.missingKeys)
        guard boxes + keys > 0 else { return nil }
        return HealthTrouble(
            .references, .degraded,
            because: "damaged dossiers: \(boxes), lost keys under which dossiers are open: "
                + "\(keys); what rests on them is undetermined")
    }
}
