import AccessRights
import NIOCore
import Synchronization

/// Whose certificate stands behind each open connection of the api listener.
///
/// It is written once, when a handshake completes, and read for every request.
final class ConnectionRegistry: Sendable {
    private let certificates = Mutex<[ObjectIdentifier: CertificateFingerprint]>([:])

    func open(_ channel: any Channel, presenting certificate: CertificateFingerprint) {
        certificates.withLock { $0[ObjectIdentifier(channel)] = certificate }
    }

    func close(_ channel: any Channel) {
        _ = certificates.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }
    }

    /// The certificate with which the connection was opened, while it is open.
    func certificate(on channel: any Channel) -> CertificateFingerprint? {
        certificates.withLock { $0[ObjectIdentifier(channel)] }
    }

    /// How many connections are open.
    var count: Int { certificates.withLock { $0.count } }
}
