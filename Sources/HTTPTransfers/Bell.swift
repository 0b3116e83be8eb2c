import CLibCurl
import Glibc

/// Wakes the engine's thread from its sleep (eventfd(2)). Anybody may ring, at any time.
final class Bell: Sendable {
    let descriptor: Int32

    /// `nil` when the process may open no more files.
    init?() {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func ring() {
        var count: UInt64 = 1
        // It fails only when the bell already rings more often than can be counted.
        _ = unsafe write(descriptor, &count, MemoryLayout<UInt64>.size)
    }

    func silence() {
        var count: UInt64 = 0
        _ = unsafe read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
