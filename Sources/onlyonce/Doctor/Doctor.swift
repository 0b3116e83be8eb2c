import Facts
import Foundation
import HTTPFacade
import SQLiteStorage

/// Examines an installation without changing anything: what an operator wants to know before it
/// goes wrong.
struct Doctor {
    /// How long before the end of a certificate that is a problem.
    static let notice = Duration.seconds(30 * 86_400)

    let configuration: Configuration
    let now: Timestamp

    /// Everything that was found, good or not.
    func examine() async -> [Finding] {
        var findings = files + secrets
        findings += expiries(certificates, at: now)
        findings += documents + revocations
        findings += MachineCheck(configuration, now: now).findings
        findings += await LogCheck(configuration, doctor: self).findings()
        return findings
    }

    /// Whether each certificate and key can be used.
    private var files: [Finding] {
        do throws(UsageError) {
            try configuration.checkCredentials()
            return [Finding(.good, "certificates and keys", "can be used")]
        } catch {
            return [Finding(.problem, "certificates and keys", error.description)]
        }
    }

    private var certificates: [(String, CertificateFile)] {
        configuration.certificateFiles.map { ($0.name, $0) }
    }

    private func expiries(
        _ files: [(String, CertificateFile)], at now: Timestamp
    ) -> [Finding] {
        files.compactMap { name, file in
            // One that cannot be read is named above.
            guard let validity = file.validity else { return nil }
            if now < validity.from {
                return Finding(.problem, name, "is not valid before \(validity.from.utcDate.text)")
            }
            return expiry(of: name, at: validity.to)
        }
    }

    /// What is to be said of something that ends.
    func expiry(of name: String, at end: Timestamp) -> Finding {
        let left = end.milliseconds - now.milliseconds
        let day = end.utcDate.text
        if left <= 0 { return Finding(.problem, name, "expired on \(day)") }
        let days = left / 86_400_000
        return Finding(
            Duration.milliseconds(left) < Self.notice ? .problem : .good, name,
            "expires on \(day), in \(days) days")
    }

    /// Whether the files that hold secrets are closed to everybody else.
    private var secrets: [Finding] {
        var paths = [
            ("api.privateKey", configuration.api.privateKey),
            ("web.privateKey", configuration.web.privateKey),
            ("sources.privateKey", configuration.sources.privateKey),
            ("keys.pseudonymSecret", configuration.storage.pseudonymSecret),
            ("log.key", configuration.log.key),
        ]
        if case .file(let path) = configuration.storage.keyEncryptionKey {
            paths.append(("keys.keyEncryptionKey", path))
        }
        if let path = configuration.log.passphrase { paths.append(("log.passphrase", path)) }
        return paths.map { name, path in
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
                let mode = attributes[.posixPermissions] as? NSNumber
            else { return Finding(.problem, name, "\(path) cannot be read") }
            guard mode.intValue & 0o077 == 0 else {
                return Finding(
                    .problem, name, "\(path) can be read by others: give it mode 0600")
            }
            return Finding(.good, name, "is closed to others")
        }
    }

    private var documents: [Finding] {
        let checks: [(String, () throws(UsageError) -> Void)] = [
            (
                "authorisations and applications",
                { () throws(UsageError) in _ = try LoadedDocuments(configuration.documents) }
            ),
            (
                "regulations",
                { () throws(UsageError) in
                    _ = try LoadedRegulations(configuration.documents.regulations)
                }
            ),
            (
                "contracts",
                { () throws(UsageError) in
                    let folder = configuration.documents.contracts
                    _ = try LoadedDocuments.contents(of: folder + "/openapi.yaml")
                }
            ),
        ]
        return checks.map { name, check in
            do throws(UsageError) {
                try check()
                return Finding(.good, name, "can be read")
            } catch {
                return Finding(.problem, name, error.description)
            }
        }
    }

    private var revocations: [Finding] {
        let name = "api.revocations"
        do throws(UsageError) {
            guard let lists = try LiveCallers.revocations(configuration) else {
                return [
                    Finding(
                        .warning, name,
                        "no lists are kept: a revoked certificate is refused when it is taken off "
                            + "the register")
                ]
            }
            guard let end = lists.end, now < end else {
                return [
                    Finding(
                        .problem, name, "should have been replaced: every application is refused")
                ]
            }
            let hours = (end.milliseconds - now.milliseconds) / 3_600_000
            return [
                Finding(
                    hours < 24 ? .warning : .good, name,
                    "\(lists.count) certificates are revoked; to be replaced within \(hours) hours")
            ]
        } catch {
            return [Finding(.problem, name, error.description)]
        }
    }
}
