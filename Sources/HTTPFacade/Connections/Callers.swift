import AccessRights
import NIOCore

/// Who stands behind the connections of the api listener.
struct Callers: Sendable {
    let registry = ConnectionRegistry()
    /// The registered applications as they stand now, so that one that is taken off the register is
    /// refused on its open connections too.
    let applications: @Sendable () -> ApplicationRegister

    /// The registered application whose certificate opened the connection.
    func application(on channel: any Channel) -> RegisteredApplication? {
        registry.certificate(on: channel).flatMap { applications().application(presenting: $0) }
    }
}
