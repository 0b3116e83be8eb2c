import Glibc

/// Wakes the engine's thread from its sleep.
///
/// It may be used from any thread, as long as the watch that it belongs to lives: the mailbox
/// forgets it, under its lock, before the thread lets go of the watch.
struct Sleeper: Sendable {
    private let bell: Int32

    init(bell: Int32) { self.bell = bell }

    func wake() {
        var count: UInt64 = 1
        // It fails only when the bell already rings more often than can be counted.
        _ = unsafe write(bell, &count, MemoryLayout<UInt64>.size)
    }
}
