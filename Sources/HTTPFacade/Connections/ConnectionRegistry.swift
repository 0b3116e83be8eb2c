import NIOCore
import Synchronization

/// Whose certificate stands behind each open connection of the api listener.
///
/// It is written once, when a handshake completes, and read for every request.
final class ConnectionRegistry: Sendable {
    /// A connection that was let in.
    struct Connection: Sendable {
        let channel: any Channel
        let certificate: PresentedCertificate
        /// Whether an application was registered with the certificate when somebody last looked.
        var isRegistered: Bool
    }

    private let connections = Mutex<[ObjectIdentifier: Connection]>([:])

    func open(
        _ channel: any Channel, presenting certificate: PresentedCertificate, isRegistered: Bool
    ) {
        let connection = Connection(
            channel: channel, certificate: certificate, isRegistered: isRegistered)
        connections.withLock { $0[ObjectIdentifier(channel)] = connection }
    }

    /// Forgets a connection; whether it was open.
    @discardableResult
    func close(_ channel: any Channel) -> Bool {
        connections.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) } != nil
    }

    func noteRegistered(_ channel: any Channel) {
        connections.withLock { $0[ObjectIdentifier(channel)]?.isRegistered = true }
    }

    /// The certificate with which the connection was opened, while it is open.
    func certificate(on channel: any Channel) -> PresentedCertificate? {
        connections.withLock { $0[ObjectIdentifier(channel)]?.certificate }
    }

    /// All that are open now.
    var all: [Connection] { connections.withLock { Array($0.values) } }

    /// How many connections are open.
    var count: Int { connections.withLock { $0.count } }
}
