import AccessRights
import Facts
import Synchronization

/// The certificates that clients presented since the start. Of one that stands in the register whole
/// it is known from there until when it is valid; of the others the register holds no more than what
/// they are known by, so it is known from here alone.
final class SeenCertificates: Sendable {
    private let known = Mutex<[ClientCertificate: Timestamp]>([:])

    func note(_ certificate: PresentedCertificate) {
        known.withLock { $0[certificate.identity] = certificate.notAfter }
    }

    /// Forgets those of which nobody needs to know any more.
    func keep(_ isNeeded: (ClientCertificate) -> Bool) {
        let all = known.withLock { $0 }
        for certificate in all.keys where !isNeeded(certificate) {
            known.withLock { _ = $0.removeValue(forKey: certificate) }
        }
    }

    /// The certificates of the register of which nobody knows until when they are valid.
    func unseen(in register: ApplicationRegister) -> [UnseenCertificate] {
        let seen = Set(known.withLock { Array($0.keys) }.compactMap { register.entry(of: $0) })
        return register.applications.flatMap { application in
            application.certificates.subtracting(seen).filter { certificate in
                guard case .fingerprint(let fingerprint) = certificate else { return true }
                return application.encodings[fingerprint] == nil
            }.map { UnseenCertificate(application: application.id, certificate: $0) }
        }.sorted { ($0.application, $0.label) < ($1.application, $1.label) }
    }

    /// Until when each is valid that the register knows; of those that it knows by the same names
    /// the one that is valid longest.
    func lifetimes(in register: ApplicationRegister) -> [CertificateLifetime] {
        var latest: [RegisteredCertificate: CertificateLifetime] = [:]
        for application in register.applications {
            for (fingerprint, der) in application.encodings {
                guard let certificate = try? PresentedCertificate(der: der) else { continue }
                latest[.fingerprint(fingerprint)] = CertificateLifetime(
                    application: application.id, fingerprint: fingerprint,
                    end: certificate.notAfter)
            }
        }
        for (certificate, end) in known.withLock({ $0 }) {
            guard let entry = register.entry(of: certificate),
                let application = register.application(presenting: certificate),
                latest[entry].map({ $0.end < end }) ?? true
            else { continue }
            latest[entry] = CertificateLifetime(
                application: application.id, fingerprint: certificate.fingerprint, end: end)
        }
        return latest.values.sorted { ($0.application, $0.end) < ($1.application, $1.end) }
    }
}
