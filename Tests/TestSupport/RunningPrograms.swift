import Foundation
import Synchronization

/// The programs that the tests have started and that have not ended.
///
/// A test that fails halfway leaves its programs behind; they are killed when the process ends.
enum RunningPrograms {
    private static let identifiers = Mutex<Set<pid_t>>([])
    private static let atTheEnd: Void = {
        _ = atexit { for identifier in RunningPrograms.all { kill(identifier, SIGKILL) } }
    }()

    private static var all: Set<pid_t> { identifiers.withLock { $0 } }

    static func add(_ identifier: pid_t) {
        _ = atTheEnd
        _ = identifiers.withLock { $0.insert(identifier) }
    }

    static func remove(_ identifier: pid_t) {
        _ = identifiers.withLock { $0.remove(identifier) }
    }
}
