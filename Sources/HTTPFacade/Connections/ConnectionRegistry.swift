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

    private struct State: Sendable {
        var connections: [ObjectIdentifier: Connection] = [:]
        var generation = 0
    }

    private let state = Mutex(State())

    /// Grows whenever all connections are ended: what a connection began with that began before is
    /// no longer in force.
    var generation: Int { state.withLock { $0.generation } }

    /// Notes a connection; `false` when all were ended since it began, and then it is not noted.
    ///
    /// - Parameter generation: that of its beginning, before its TLS was chosen.
    func open(
        _ channel: any Channel, presenting certificate: PresentedCertificate, isRegistered: Bool,
        since generation: Int
    ) -> Bool {
        let connection = Connection(
            channel: channel, certificate: certificate, isRegistered: isRegistered)
        return state.withLock { state in
            guard state.generation == generation else { return false }
            state.connections[ObjectIdentifier(channel)] = connection
            return true
        }
    }

    /// Ends a generation, and tells which connections are open of it.
    func endAll() -> [Connection] {
        state.withLock { state in
            state.generation += 1
            return Array(state.connections.values)
        }
    }

    /// Forgets a connection; whether it was open.
    @discardableResult
    func close(_ channel: any Channel) -> Bool {
        state.withLock { $0.connections.removeValue(forKey: ObjectIdentifier(channel)) } != nil
    }

    func noteRegistered(_ channel: any Channel) {
        state.withLock { $0.connections[ObjectIdentifier(channel)]?.isRegistered = true }
    }

    /// The certificate with which the connection was opened, while it is open.
    func certificate(on channel: any Channel) -> PresentedCertificate? {
        state.withLock { $0.connections[ObjectIdentifier(channel)]?.certificate }
    }

    /// All that are open now.
    var all: [Connection] { state.withLock { Array($0.connections.values) } }

    /// How many connections are open.
    var count: Int { state.withLock { $0.connections.count } }
}
