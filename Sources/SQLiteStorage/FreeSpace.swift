public import ConsultLog
import Glibc
import Synchronization

/// The free space of the file system that a log is on: intents stop before it is used up, so that
/// the outcomes of consults that are open still find room.
public final class FreeSpace: LogRoom {
    /// How long a measurement counts. At full speed a log writes some megabytes meanwhile.
    public static let patience = Duration.milliseconds(20)

    private let reserve: UInt64
    private let measure: @Sendable () -> UInt64?
    private let now: @Sendable () -> ContinuousClock.Instant
    private let queue = BlockingQueue("onlyonce.free.space")
    private let last = Mutex<(takes: Bool, end: ContinuousClock.Instant)?>(nil)

    /// - Parameters:
    ///   - reserve: how many bytes must be free.
    ///   - measure: how many are; `nil` when nobody can say, and then the write itself will tell. It
    ///     may block.
    public init(
        reserve: UInt64, measure: @escaping @Sendable () -> UInt64?,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.reserve = reserve
        self.measure = measure
        self.now = now
    }

    /// Measures the file system of a folder.
    public convenience init(of folder: String, reserve: UInt64) {
        self.init(reserve: reserve, measure: { Self.bytes(at: folder) })
    }

    public func takesIntents() async -> Bool {
        if let known { return known }
        // Who waited for another one's measurement takes that.
        return await queue.run { self.known ?? self.look() }
    }

    private var known: Bool? {
        let now = now()
        return last.withLock { last in
            guard let last, now < last.end else { return nil }
            return last.takes
        }
    }

    private func look() -> Bool {
        let takes = measure().map { $0 >= reserve } ?? true
        let end = now() + Self.patience
        last.withLock { $0 = (takes, end) }
        return takes
    }

    /// What a user who is not root may still write.
    private static func bytes(at folder: String) -> UInt64? {
        var status = statvfs()
        guard unsafe statvfs(folder, &status) == 0 else { return nil }
        return UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
            .partialValue
    }
}
