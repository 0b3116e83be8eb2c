public import TransparencyLogs

/// Checks a whole log from what it publishes: every hash, every entry, and what entries say of each
/// other.
///
/// It shares nothing with the program that writes the log, trusts nothing that it reads, and needs
/// the same memory for a log of any length. What is found wrong is the first thing in the order of
/// the entries.
public struct LogVerifier: Sendable {
    private let source: any LogSource
    private let policy: TrustPolicy
    private let depth: LogVerifierDepth
    private let publishes: LogVerifierEntries

    /// - Parameters:
    ///   - policy: whose signatures under the checkpoint are to be believed.
    ///   - depth: how closely entries are looked at.
    ///   - publishes: whether the log must have entries.
    public init(
        _ source: any LogSource, policy: TrustPolicy, depth: LogVerifierDepth = .form,
        publishes: LogVerifierEntries = .perhaps
    ) {
        self.source = source
        self.policy = policy
        self.depth = depth
        self.publishes = publishes
    }

    /// Checks the log at the size of its checkpoint.
    ///
    /// - Parameters:
    ///   - older: a checkpoint that was kept, from which the log must only have grown.
    ///   - workers: how many bundles are checked at the same time.
    ///   - progress: told now and then how many leaves were checked.
    /// - Throws: ``LogVerifierFailure`` at the first deviation.
    public func verify(
        since older: SignedCheckpoint? = nil, workers: Int = 4,
        progress: (UInt64) -> Void = { _ in }
    ) async throws(LogVerifierFailure) -> LogVerifierReport {
        let resources = LogResources(source: source)
        let trusted = try evaluate(try await resources.checkpoint())
        let old = try older.map { checkpoint throws(LogVerifierFailure) in
            try evaluate(older: checkpoint, trusted.checkpoint)
        }
        let shape = TreeShape(size: trusted.checkpoint.size)
        var depth = depth
        if publishes == .perhaps, depth != .hashes, try await !resources.publishesEntries(shape) {
            depth = .hashes
        }
        let check = BundleCheck(resources: resources, shape: shape, depth: depth)
        var run = LogVerifierRun(check, trusted, since: old)
        let bundles = (shape.size + 255) >> 8
        // Ahead of the one that is waited for there are never more than these.
        let ahead = UInt64(2 * workers)
        let result = await withTaskGroup(
            of: (UInt64, Result<BundleCheck.Content, LogVerifierFailure>).self
        ) { group -> Result<LogVerifierReport, LogVerifierFailure> in
            var begun: UInt64 = 0
            var waiting: [UInt64: Result<BundleCheck.Content, LogVerifierFailure>] = [:]
            do throws(LogVerifierFailure) {
                for index in 0..<bundles {
                    while begun < min(bundles, index + ahead) {
                        let bundle = begun
                        group.addTask { (bundle, await check.result(bundle: bundle)) }
                        begun += 1
                    }
                    while waiting[index] == nil, let (bundle, result) = await group.next() {
                        waiting[bundle] = result
                    }
                    guard let result = waiting.removeValue(forKey: index) else { break }
                    try await run.take(try result.get())
                    progress(run.size)
                }
                return .success(try await run.finish())
            } catch {
                group.cancelAll()
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func evaluate(
        _ checkpoint: SignedCheckpoint
    ) throws(LogVerifierFailure) -> TrustedCheckpoint {
        do throws(PolicyViolation) {
            return try policy.evaluate(checkpoint)
        } catch {
            throw .deviation(.distrusted(error))
        }
    }

    /// The older checkpoint must be the same log's, which did not lose entries since.
    private func evaluate(
        older: SignedCheckpoint, _ checkpoint: Checkpoint
    ) throws(LogVerifierFailure) -> Checkpoint {
        let old: Checkpoint
        do throws(PolicyViolation) {
            old = try policy.evaluate(older).checkpoint
        } catch {
            throw .deviation(.olderDistrusted(error))
        }
        guard old.origin == checkpoint.origin else { throw .deviation(.otherLog) }
        guard old.size <= checkpoint.size else {
            throw .deviation(.shrunk(from: old.size, to: checkpoint.size))
        }
        return old
    }
}

extension BundleCheck {
    fileprivate func result(bundle: UInt64) async -> Result<Content, LogVerifierFailure> {
        do throws(LogVerifierFailure) {
            return .success(try await check(bundle: bundle))
        } catch {
            return .failure(error)
        }
    }
}
