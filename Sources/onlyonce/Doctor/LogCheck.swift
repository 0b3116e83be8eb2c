import CanonicalJSON
import Facts
import Foundation
import HTTPFacade
import LogProofs
import SQLiteStorage

/// Examines the log: through the gateway that runs, or, when none does, on the disk itself.
struct LogCheck {
    private let configuration: Configuration
    private let doctor: Doctor

    init(_ configuration: Configuration, doctor: Doctor) {
        self.configuration = configuration
        self.doctor = doctor
    }

    func findings() async -> [Finding] {
        let access = DataDirectoryAccess(configuration)
        do {
            if let health = try await access.asked(.get, "/health") {
                return [gateway(health)] + (try await applications(access))
            }
        } catch {
            return [Finding(.problem, "gateway", "it runs and gives no answer")]
        }
        return [Finding(.warning, "gateway", "does not run"), await log(access)]
    }

    private func gateway(_ health: JSONValue) -> Finding {
        guard health["status"]?.string != HealthStatus.up.rawValue else {
            return Finding(.good, "gateway", "it runs and is well")
        }
        let reasons = (health["reasons"]?.array ?? []).compactMap(\.string)
        return Finding(
            .problem, "gateway", "it runs and is not well: " + reasons.joined(separator: "; "))
    }

    /// The certificates that applications presented since the gateway began.
    private func applications(_ access: DataDirectoryAccess) async throws -> [Finding] {
        let reply = try await access.asked(.get, "/applications/certificates")
        return (reply?["certificates"]?.array ?? []).compactMap { certificate in
            guard let application = certificate["application"]?.string,
                let fingerprint = certificate["fingerprint"]?.string,
                let end = certificate["end"]?.integer
            else { return nil }
            return doctor.expiry(
                of: "application \(application), certificate \(fingerprint.prefix(16))",
                at: Timestamp(milliseconds: end))
        }
    }

    /// Whether the tree on the disk agrees with the checkpoints that were given away.
    private func log(_ access: DataDirectoryAccess) async -> Finding {
        let path = configuration.storage.data
        guard FileManager.default.fileExists(atPath: path + "/log.sqlite") else {
            return Finding(.warning, "log", "there is none yet in \(path)")
        }
        do {
            let directory = try access.lock()
            let storage = try await Installation.storage(in: directory)
            do {
                let tree = SQLiteTreeStorage(over: storage)
                let checkpoints = try LogTree.checkpoints(tree, in: directory, configuration.log)
                _ = try await checkpoints.recall()
                await storage.close()
            } catch {
                await storage.close()
                throw error
            }
            return Finding(.good, "log", "agrees with what was published of it")
        } catch {
            return Finding(.problem, "log", "\(error)")
        }
    }
}
