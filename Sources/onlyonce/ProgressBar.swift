import Foundation
import Synchronization

/// A bar on standard error that shows how much is done.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let shown = Mutex(-1)

    init(isShown: Bool) { self.isShown = isShown }

    /// Shows the share that is done, 0 to 1.
    func show(_ fraction: Double) {
        guard isShown else { return }
        let percent = Int(min(max(fraction, 0), 1) * 100)
        shown.withLock { last in
            guard percent != last else { return }
            last = percent
            let done = String(repeating: "█", count: percent / 4)
            let open = String(repeating: "░", count: 25 - percent / 4)
            FileHandle.standardError.write(Data("\r\(done)\(open) \(percent) %".utf8))
        }
    }

    /// Leaves the line.
    func end() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
