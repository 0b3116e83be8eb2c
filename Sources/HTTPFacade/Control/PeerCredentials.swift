import Glibc
import NIOCore

/// Who is at the other end of a Unix socket, as the kernel tells (`SO_PEERCRED`, unix(7)).
enum PeerCredentials {
    /// `struct ucred`, which the C library shows only to GNU programs: three 32-bit numbers.
    struct Credentials: Sendable {
        var process: Int32 = 0
        var user: UInt32 = 0
        var group: UInt32 = 0
    }

    /// The process that connected, and its user.
    ///
    /// - Throws: when the connection is gone.
    static func credentials(of channel: any Channel) async throws -> Credentials {
        guard let socket = channel as? any SocketOptionProvider else {
            throw ChannelError.operationUnsupported
        }
        let credentials: EventLoopFuture<Credentials> = socket.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return try await credentials.get()
    }
}
