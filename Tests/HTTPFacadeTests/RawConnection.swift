import Foundation
import HTTPFacade

/// Bytes over TCP, as no client would send them.
enum RawConnection {
    /// Sends bytes, and returns everything that comes until the other end closes. Nothing is ever
    /// closed from this end.
    static func exchange(_ text: String, with address: ListenerAddress) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            // Not a queue of Dispatch: on Linux its threads are those of Swift's own tasks.
            Thread.detachNewThread {
                continuation.resume(with: Result { try exchangeBlocking(text, with: address) })
            }
        }
    }

    private static func exchangeBlocking(
        _ text: String, with address: ListenerAddress
    ) throws -> String {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { throw POSIXError(.EMFILE) }
        let file = FileHandle(fileDescriptor: connection, closeOnDealloc: true)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(address.port).bigEndian
        place.sin_addr = unsafe in_addr(s_addr: inet_addr(address.host))
        let outcome = unsafe withUnsafePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard outcome == 0 else { throw POSIXError(.ECONNREFUSED) }
        // So that a test fails rather than waits for ever.
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        unsafe setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if !text.isEmpty { try file.write(contentsOf: Data(text.utf8)) }
        return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    }
}
