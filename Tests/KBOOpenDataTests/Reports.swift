import KBOOpenData
import Synchronization

/// The reports of progress that came in.
final class Reports: Sendable {
    private let reports = Mutex<[KBOProgress]>([])

    var all: [KBOProgress] { reports.withLock { $0 } }

    func add(_ report: KBOProgress) { reports.withLock { $0.append(report) } }
}
