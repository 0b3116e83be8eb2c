import AccessRights
import CanonicalJSON
import Facts
import Foundation
import HTTPFacade
import LogProofs
import NIOSSL
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
        return [Finding(.warning, "gateway", "does not run")] + registered
            + [await log(access)]
    }

    private func gateway(_ health: JSONValue) -> Finding {
        guard health["status"]?.string != HealthStatus.up.rawValue else {
            return Finding(.good, "gateway", "it runs and is well")
        }
        let reasons = (health["reasons"]?.array ?? []).compactMap(\.string)
        return Finding(
            .problem, "gateway", "it runs and is not well: " + reasons.joined(separator: "; "))
    }

    /// The certificates that the register holds whole.
    private var registered: [Finding] {
        guard let register = try? LoadedDocuments.register(configuration.documents.applications)
        else { return [] }
        return register.applications.flatMap { application in
            application.certificates.sorted { Self.label($0) < Self.label($1) }.map { known in
                let subject = "application \(application.id.text), certificate "
                guard case .fingerprint(let fingerprint) = known,
                    let der = application.encodings[fingerprint],
                    let certificate = try? NIOSSLCertificate(bytes: der, format: .der)
                else { return Finding(.good, subject + Self.label(known), Self.unseen) }
                return doctor.expiry(
                    of: subject + Self.label(known),
                    at: Timestamp(milliseconds: Int64(certificate.notValidAfter) * 1000))
            }
        }
    }

    private static let unseen = "its end is unknown until it is seen"

    private static func label(_ certificate: RegisteredCertificate) -> String {
        switch certificate {
        case .fingerprint(let fingerprint): String(fingerprint.hexadecimal.prefix(16))
        case .names: "by its names"
        }
    }

    /// The certificates that the register holds whole or that applications presented since the
    /// gateway began, and the others.
    private func applications(_ access: DataDirectoryAccess) async throws -> [Finding] {
        let reply = try await access.asked(.get, "/applications/certificates")
        let unseen = (reply?["unseen"]?.array ?? []).compactMap { certificate -> Finding? in
            guard let application = certificate["application"]?.string,
                let label = certificate["certificate"]?.string
            else { return nil }
            return Finding(
                .good, "application \(application), certificate \(label)", Self.unseen)
        }
        let known = (reply?["certificates"]?.array ?? []).compactMap { certificate -> Finding? in
            guard let application = certificate["application"]?.string,
                let fingerprint = certificate["fingerprint"]?.string,
                let end = certificate["end"]?.integer
            else { return nil }
            return doctor.expiry(
                of: "application \(application), certificate \(fingerprint.prefix(16))",
                at: Timestamp(milliseconds: end))
        }
        return known + unseen
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
