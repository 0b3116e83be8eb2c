import ConsultLog
import Foundation
public import LogProofs
public import TransparencyLogs

/// Keeps the last checkpoints as files in a folder: `checkpoint`, which everybody may have,
/// `checkpoint.auditors` and `checkpoint.witnessed`.
public struct CheckpointFiles: CheckpointShelf {
    private let folder: String
    private let queue = BlockingQueue("onlyonce.checkpoints")

    /// - Parameter folder: made, closed to others, when it does not exist.
    public init(in folder: String) { self.folder = folder }

    public func last(_ role: CheckpointRole) async throws(ShelfFailure) -> SignedCheckpoint? {
        let path = path(role)
        return try await queue.run { () throws(ShelfFailure) in
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            guard let content = FileManager.default.contents(atPath: path) else {
                throw .unreadable(place: path)
            }
            guard let checkpoint = try? SignedCheckpoint(parsing: Array(content)) else {
                throw .damaged(place: path)
            }
            return checkpoint
        }
    }

    public func put(
        _ checkpoint: SignedCheckpoint, as role: CheckpointRole
    ) async throws(ShelfFailure) {
        let path = path(role)
        try await queue.run { [folder] () throws(ShelfFailure) in
            do throws(FolderFailure) {
                try PrivateFolder.makeMissing(folder)
            } catch {
                throw .notWritten(place: folder, .failed)
            }
            do throws(NotWritten) {
                try DurableFile.write(checkpoint.bytes, to: path)
            } catch {
                throw .notWritten(place: path, error)
            }
        }
    }

    /// Copies the checkpoints of one folder to another that has none of that name. Each is durable
    /// when this returns. It blocks.
    static func copyMissing(from source: String, to target: String) throws(BackupFailure) {
        let (old, new) = (CheckpointFiles(in: source), CheckpointFiles(in: target))
        for role in CheckpointRole.allCases {
            let (from, to) = (old.path(role), new.path(role))
            guard unsafe access(to, F_OK) != 0 else { continue }
            let content: [UInt8]?
            do throws(StorageFailure) {
                content = try SmallFile.read(from)
            } catch {
                throw .unreadable(place: from)
            }
            guard let content else { continue }
            do throws(NotWritten) {
                try DurableFile.write(content, to: to)
            } catch {
                throw .notWritten(place: to, error)
            }
        }
    }

    private func path(_ role: CheckpointRole) -> String {
        switch role {
        case .published: folder + "/checkpoint"
        case .auditors, .witnessed: folder + "/checkpoint." + role.rawValue
        }
    }
}
