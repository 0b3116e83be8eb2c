import CanonicalJSON
import HTTPFacade
import Logging
import ParkingCards

extension DataDirectoryAccess {
    /// Renews the cards of a municipality: through the gateway that runs on the data directory, or
    /// by itself when none does.
    ///
    /// - Returns: the report.
    func renew(
        _ order: JSONValue, progress: @escaping @Sendable (Double) -> Void
    ) async throws -> JSONValue {
        if var state = try await asked(.post, "/parking/renewals", body: order) {
            while state["state"]?.string == "running" {
                progress(state["fraction"]?.double ?? 0)
                try await Task.sleep(for: .milliseconds(200))
                guard let next = try await asked(.get, "/parking/renewals/current") else {
                    throw UsageError("the gateway ended during the run: run it again to go on")
                }
                state = next
            }
            guard let report = state["report"] else {
                throw UsageError(state["failure"]?.string ?? "the renewal run failed")
            }
            return report
        }
        var logger = Logger(label: "onlyonce")
        logger.logLevel = .error
        let installation = try await Installation(settings, logger: logger)
        return try await installation.closing {
            let regulations = try LoadedRegulations(settings.documents.regulations)
            let desk = installation.assessmentDesk(settings, regulations)
            let office = try installation.cardOffice(settings, desk, regulations)
            let run = try RenewalDesk(
                office, regulations: regulations.byMunicipality,
                applications: installation.documents.applications
            ).renewalRun(order)
            do throws(CardFailure) {
                return try await run.run(progress: progress).json
            } catch {
                throw UsageError(RenewalDesk.words(for: error))
            }
        }
    }
}
