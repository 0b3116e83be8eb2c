import Glibc
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// The socket on which commands reach a running gateway: JSON over HTTP on a Unix domain socket
/// that only its owner can use (mode 0600). The user behind each command is logged as its actor.
///
/// Whoever runs it holds the lock of the data directory, so a socket that is already there is
/// stale, and replaced.
public struct ControlSocket: Service {
    /// The largest body of a command, in bytes.
    static let largestBody = 1 << 20
    /// The longest path that the operating system takes for a socket, in bytes: `sun_path` without
    /// the zero at its end.
    static let longestPath = 107

    private let path: String
    private let server: any Service
    private let gate: ControlGate

    /// - Throws: ``FacadeFailure/unusableSocket(path:errno:)`` when the path is too long.
    public init(path: String, routes: [ControlRoute], logger: Logger) throws {
        guard path.utf8.count <= Self.longestPath else {
            throw FacadeFailure.unusableSocket(path: path, errno: ENAMETOOLONG)
        }
        let gate = ControlGate()
        let responder = ControlResponder(
            routes: routes, largestBody: Self.largestBody, logger: logger)
        self.path = path
        self.gate = gate
        server = try HTTPServerBuilder.http1().buildServer(
            configuration: ServerConfiguration(address: .unixDomainSocket(path: path)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger,
            responder: { request, writer, channel in
                try await responder.respond(to: request, writer, on: channel)
            },
            onServerRunning: { _ in
                _ = unsafe chmod(path, 0o600)
                gate.open()
            })
    }

    /// Waits until commands can come.
    ///
    /// - Throws: ``FacadeFailure/unusableSocket(path:errno:)`` when ``run()`` could not make it, or
    ///   has ended before commands could come; `CancellationError` when the task is cancelled before
    ///   that.
    public func ready() async throws { try await gate.wait() }

    /// Serves commands until graceful shutdown, then takes the socket away.
    ///
    /// - Throws: ``FacadeFailure/unusableSocket(path:errno:)`` when it cannot be made.
    public func run() async throws {
        defer { _ = unsafe unlink(path) }
        // Whoever still waits when it has ended waits in vain.
        defer { gate.shut(.unusableSocket(path: path, errno: ECANCELED)) }
        do {
            try await server.run()
        } catch let error as IOError {
            let failure = FacadeFailure.unusableSocket(path: path, errno: error.errnoCode)
            gate.shut(failure)
            throw failure
        }
    }
}
