import CoreMetrics
import HTTPFacade
import Logging
import NIOPosix
import ServiceLifecycle
import Synchronization

/// Puts files in force when they change, for as long as the gateway serves.
///
/// A new file that cannot be used changes nothing: the one before stays in force, and the log, the
/// metrics and `/health` say so until there is one that can.
struct FileFollower: Service {
    /// How often the files are looked at: one that changed is in force after two looks at most.
    static let pause = Duration.milliseconds(250)

    private let files: [FollowedFiles]
    private let failing: LiveValue<Set<String>>
    private let gauges: [String: Gauge]
    private let logger: Logger
    /// What else is done at every look; it may block.
    private let afterLooking: @Sendable (_ look: Int) -> Void

    init(
        _ files: [FollowedFiles], metrics: PrometheusMetrics, logger: Logger,
        afterLooking: @escaping @Sendable (_ look: Int) -> Void
    ) {
        self.files = files
        self.logger = logger
        self.afterLooking = afterLooking
        failing = LiveValue([])
        gauges = Dictionary(
            uniqueKeysWithValues: files.map { files in
                (
                    files.name,
                    Gauge(
                        label: "onlyonce_reload_failing", dimensions: [("file", files.name)],
                        factory: metrics)
                )
            })
    }

    /// What cannot be used of what was read last.
    var troubles: [HealthTrouble] {
        failing.current.sorted().map { name in
            HealthTrouble(
                .files, .degraded,
                because: "\(name): the new file cannot be used, what was in force stays so")
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { try? await follow() }
    }

    private func follow() async throws {
        var watches = files.map { _ in FileWatch<FileSignature>() }
        var look = 0
        while true {
            let (before, number) = (watches, look)
            // Files are read on threads that may wait.
            watches = try await NIOThreadPool.singleton.runIfActive {
                let next = self.look(before, isFirst: number == 0)
                afterLooking(number)
                return next
            }
            look += 1
            try await Task.sleep(for: Self.pause)
        }
    }

    private func look(
        _ watches: [FileWatch<FileSignature>], isFirst: Bool
    ) -> [FileWatch<FileSignature>] {
        zip(files, watches).map { files, watch in
            var watch = watch
            if watch.isToBeRead(FileSignature(of: files.paths)) {
                let isUsed = take(files, isFirst: isFirst)
                if !isUsed { watch.couldNotUse() }
            }
            return watch
        }
    }

    /// Whether the files could be used.
    private func take(_ files: FollowedFiles, isFirst: Bool) -> Bool {
        var failing = failing.current
        let wasFailing = failing.contains(files.name)
        do throws(UsageError) {
            try files.take()
            failing.remove(files.name)
            if !isFirst {
                logger.notice("a file was read anew", metadata: ["file": "\(files.name)"])
            }
        } catch {
            failing.insert(files.name)
            if !wasFailing {
                logger.error(
                    "a file cannot be used, what was in force stays so",
                    metadata: ["file": "\(files.name)", "reason": "\(error.description)"])
            }
        }
        gauges[files.name]?.record(failing.contains(files.name) ? 1 : 0)
        self.failing.replace(by: failing)
        return !failing.contains(files.name)
    }
}
