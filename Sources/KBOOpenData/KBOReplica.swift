import GRDB

/// A copy of the open data of the Crossroads Bank for Enterprises, in one SQLite file.
///
/// A file that is in its place never changes: an import builds the next one beside it and puts it
/// in its place in one step. So a crash before that step, a bad archive or a cancelled import leaves
/// the replica as it was, and readers go on undisturbed. An import that throws
/// ``KBOFailure/notSynced(errno:)`` has taken the step. It needs the room of two replicas while it
/// runs.
public struct KBOReplica: Sendable {
    /// What an update came to.
    public enum UpdateOutcome: Hashable, Sendable {
        case applied(KBOExtract)
        /// The replica held this extract already.
        case alreadyApplied(KBOExtract)
    }

    /// The path of the SQLite file. `.building` and `.lock` are put behind it for the files beside
    /// it.
    public var path: String { file.path }
    private let file: ReplicaFile

    /// The replica at a path, whether there is one yet or not.
    public init(path: String) { self.init(ReplicaFile(path: path)) }

    init(_ file: ReplicaFile) { self.file = file }

    /// The extract that the replica holds; `nil` when there is no replica.
    ///
    /// - Throws: ``KBOFailure/damaged`` when the file is something else.
    public func extract() async throws(KBOFailure) -> KBOExtract? {
        try await BlockingWork.run { _ throws(KBOFailure) in try held() }
    }

    /// Replaces the replica by a full extract. Durable when this returns.
    ///
    /// - Parameter progress: is called from another thread, about every 16,000 rows.
    /// - Throws: ``KBOFailure``; the replica is then as it was, but for
    ///   ``KBOFailure/notSynced(errno:)``.
    public func importFull(
        from archivePath: String, progress: @escaping @Sendable (KBOProgress) -> Void = { _ in }
    ) async throws(KBOFailure) -> KBOExtract {
        try await importFull(
            from: { () throws(KBOFailure) in try ZIPExtractFiles(path: archivePath) },
            progress: progress)
    }

    /// Brings the replica to the next extract. Durable when this returns; all of it or nothing.
    ///
    /// - Throws: ``KBOFailure/notTheNext(replica:update:)`` and ``KBOFailure/otherSnapshot`` when
    ///   the update belongs elsewhere, or another failure; the replica is then as it was, but for
    ///   ``KBOFailure/notSynced(errno:)``. An update that came so far is made durable by applying
    ///   it again.
    public func applyUpdate(
        from archivePath: String, progress: @escaping @Sendable (KBOProgress) -> Void = { _ in }
    ) async throws(KBOFailure) -> UpdateOutcome {
        try await applyUpdate(
            from: { () throws(KBOFailure) in try ZIPExtractFiles(path: archivePath) },
            progress: progress)
    }

    func importFull(
        from open: @escaping @Sendable () throws(KBOFailure) -> any ExtractFiles,
        progress: @escaping @Sendable (KBOProgress) -> Void
    ) async throws(KBOFailure) -> KBOExtract {
        try await BlockingWork.run { flag throws(KBOFailure) in
            try file.locked { () throws(KBOFailure) in
                let archive = try KBOExtractArchive(open())
                guard archive.kind == .full else { throw .wrongKind(archive.kind) }
                let builder = ReplicaBuilder(
                    file: file, archive: archive, flag: flag, progress: progress)
                try builder.buildFull()
                return archive.extract
            }
        }
    }

    func applyUpdate(
        from open: @escaping @Sendable () throws(KBOFailure) -> any ExtractFiles,
        progress: @escaping @Sendable (KBOProgress) -> Void
    ) async throws(KBOFailure) -> UpdateOutcome {
        try await BlockingWork.run { flag throws(KBOFailure) in
            try file.locked { () throws(KBOFailure) in
                let archive = try KBOExtractArchive(open())
                guard archive.kind == .update else { throw .wrongKind(archive.kind) }
                guard let held = try held() else { throw .noReplica }
                if archive.extract == held {
                    try file.secure()
                    return .alreadyApplied(held)
                }
                try Self.check(archive.extract, follows: held)
                let builder = ReplicaBuilder(
                    file: file, archive: archive, flag: flag, progress: progress)
                try builder.buildUpdated()
                return .applied(archive.extract)
            }
        }
    }

    private static func check(
        _ update: KBOExtract, follows held: KBOExtract
    ) throws(KBOFailure) {
        if update.number == held.number { throw .otherSnapshot }
        guard update.number - 1 == held.number else {
            throw .notTheNext(replica: held.number, update: update.number)
        }
        guard update.snapshot > held.snapshot else { throw .otherSnapshot }
    }

    private func held() throws(KBOFailure) -> KBOExtract? {
        guard file.identity() != nil else { return nil }
        do {
            let queue = try DatabaseQueue(
                path: path, configuration: ReplicaSchema.readingConfiguration)
            return try queue.read { try ReplicaSchema.extract($0) }
        } catch {
            throw KBOFailure(storage: error)
        }
    }
}
