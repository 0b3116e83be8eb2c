import AccessRights
import Facts
import Synchronization

/// The certificates that clients presented since the start: the register holds no more of them than
/// what they are known by, so until when they are valid is known from here alone.
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

    /// Until when each is valid that the register knows; of those that it knows by the same names
    /// the one that is valid longest.
    func lifetimes(in register: ApplicationRegister) -> [CertificateLifetime] {
        var latest: [RegisteredCertificate: CertificateLifetime] = [:]
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
