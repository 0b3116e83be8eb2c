public import ConsultLog
import Crypto
import Foundation
public import LogProofs
public import TransparencyLogs

/// Keeps a witness's records in a folder, one file of mode 0600 for each origin. Whoever uses it holds
/// the lock of the data directory in which the folder stands.
public struct FileWitnessStorage: WitnessStorage {
    private let folder: String
    private let queue = BlockingQueue("onlyonce.witness")

    /// Opens the storage; the folder is made when it does not exist, and closed to others.
    ///
    /// - Throws: ``FolderFailure``.
    public static func open(at folder: String) async throws(FolderFailure) -> FileWitnessStorage {
        let storage = FileWitnessStorage(folder: folder)
        try await storage.queue.run { () throws(FolderFailure) in
            try PrivateFolder.ensure(folder)
        }
        return storage
    }

    private init(folder: String) { self.folder = folder }

    public func record(of origin: LogOrigin) async throws(StorageFailure) -> WitnessRecord? {
        try await queue.run { () throws(StorageFailure) in try read(origin) }
    }

    public func replace(
        _ expected: WitnessRecord?, with new: WitnessRecord
    ) async throws(StorageFailure) -> Bool {
        // The queue does one piece after the other, so nothing comes between the look and the write.
        try await queue.run { () throws(StorageFailure) in
            let origin = new.checkpoint.origin
            guard try read(origin) == expected else { return false }
            do throws(NotWritten) {
                try DurableFile.write(WitnessRecordFile.bytes(of: new), to: path(of: origin))
            } catch {
                throw StorageFailure(replacing: error)
            }
            return true
        }
    }

    private func read(_ origin: LogOrigin) throws(StorageFailure) -> WitnessRecord? {
        guard let bytes = try SmallFile.read(path(of: origin)) else { return nil }
        guard let record = WitnessRecordFile.record(in: bytes),
            record.checkpoint.origin == origin
        else { throw .unreadable }
        return record
    }

    /// An origin can hold any character but controls, so its hash names the file.
    private func path(of origin: LogOrigin) -> String {
        let name = SHA256.hash(data: Array(origin.text.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return folder + "/" + name.joined() + ".record"
    }
}
