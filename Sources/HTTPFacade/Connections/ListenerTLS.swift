import NIOSSL
import Synchronization

/// The TLS of one listener as it stands now: connections that are open keep what they began with.
final class ListenerTLS: Sendable {
    private let make: @Sendable () throws -> TLSConfiguration
    private let current: Mutex<NIOSSLContext>

    /// - Parameter make: reads the files anew.
    /// - Throws: when they cannot be used.
    init(_ make: @escaping @Sendable () throws -> TLSConfiguration) throws {
        self.make = make
        current = Mutex(try NIOSSLContext(configuration: make()))
    }

    /// What the next connection gets.
    var context: NIOSSLContext { current.withLock { $0 } }

    /// Reads the files anew, for the connections to come. It may block.
    ///
    /// - Throws: when they cannot be used; then everything stays as it was.
    func reload() throws {
        let context = try NIOSSLContext(configuration: make())
        current.withLock { $0 = context }
    }
}
