import ConsultLog
import Foundation
import LogProofs
import Logging
import SQLiteStorage
import TransparencyLogs

/// Puts a new log, under a new origin, in the place of one that cannot go on.
///
/// The checkpoints that were given away are moved last: until then no gateway starts on the
/// directory, and the whole can be done again.
struct NewOrigin {
    private let settings: Configuration
    private let time: SystemTime

    init(_ settings: Configuration) throws(UsageError) {
        self.settings = settings
        time = try SystemTime()
    }

    /// Begins the new log, and says where the old one is.
    func begin() async throws -> String {
        let directory = try explained { () throws(DataDirectoryFailure) in
            try DataDirectory(locking: settings.storage.data)
        }
        let old = try await lastCheckpoint(in: directory)
        guard old.unverified.origin != LogOrigin(settings.log.origin) else {
            throw UsageError(
                "log.origin is still \(settings.log.origin), which is the old log's: name another")
        }
        let draft = directory.path(of: "log.new.sqlite")
        for suffix in EarlierLog.parts {
            try? FileManager.default.removeItem(atPath: draft + suffix)
        }
        try await write(old, to: draft)
        let earlier = try EarlierLog(in: directory).setAside()
        try FileManager.default.moveItem(
            atPath: draft, toPath: directory.path(of: "log.sqlite"))
        try FileManager.default.moveItem(
            atPath: directory.path(of: LogTree.publishedFolder),
            toPath: earlier + "/" + LogTree.publishedFolder)
        sync()
        return """
            The log of \(old.unverified.origin) ended with \(old.unverified.size) entries and is \
            in \(earlier). \(settings.log.origin) begins with its checkpoint.
            """
    }

    /// The largest checkpoint that was given away of the old log, whoever signed it.
    private func lastCheckpoint(
        in directory: DataDirectory
    ) async throws(UsageError) -> SignedCheckpoint {
        let files = CheckpointFiles(in: directory.path(of: LogTree.publishedFolder))
        var last: SignedCheckpoint?
        for role in CheckpointRole.allCases {
            let found = try? await files.last(role)
            if let found, last.map({ $0.unverified.size < found.unverified.size }) ?? true {
                last = found
            }
        }
        guard let last else {
            throw UsageError("nothing was published of the log: there is nothing to go on from")
        }
        return last
    }

    /// Makes a log whose only entry holds the old checkpoint.
    private func write(_ old: SignedCheckpoint, to path: String) async throws {
        guard let text = try? CheckpointText(parsing: String(decoding: old.bytes, as: UTF8.self))
        else { throw UsageError("the old checkpoint cannot be an entry") }
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteConsultLogStorage.open(at: path)
        }
        let opening = LogOpening(
            settings.storage, now: { [time] in time.now() }, logger: Logger(label: "onlyonce"))
        let log = try await opening.log(on: storage, try await opening.keys())
        _ = try await log.append(
            EntryDraft(
                consult: log.newConsult(), body: .continued(Continued(checkpoint: text))))
        await log.close()
    }
}
