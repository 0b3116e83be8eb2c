import ConsultLog
import Foundation
import GRDB

/// A database that is held as it is at one moment, to be copied, while others go on with it.
/// Everything here blocks.
final class HeldDatabase {
    let path: String
    /// Reads within one transaction; nothing but the reset of the WAL waits for it.
    private let reader: DatabaseQueue
    /// Sees what others commit meanwhile.
    private let watcher: DatabaseQueue
    private var version: Int?

    init(_ path: String) throws(BackupFailure) {
        guard FileManager.default.fileExists(atPath: path) else { throw .unreadable(place: path) }
        self.path = path
        var configuration = Configuration()
        configuration.label = "onlyonce.backup"
        configuration.busyMode = .timeout(5)
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        do {
            reader = try DatabaseQueue(path: path, configuration: configuration)
            watcher = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw .unreadable(place: path)
        }
    }

    /// Holds it as it is now.
    func hold() throws(BackupFailure) {
        version = try dataVersion()
        do {
            try reader.inDatabase { database in
                if database.isInsideTransaction { try database.execute(sql: "ROLLBACK") }
                try database.execute(sql: "BEGIN")
                // A transaction begins to see with what it reads first.
                _ = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master")
            }
        } catch {
            throw .unreadable(place: path)
        }
    }

    /// Whether nobody has committed anything since just before it was held.
    func isUnchanged() throws(BackupFailure) -> Bool { try dataVersion() == version }

    /// Copies what is held to a place where nothing is; closed to others from its first byte on.
    func copy(to place: String, _ pagesPerStep: Int32) throws(BackupFailure) {
        do {
            try DurableFile.create([], at: place)
            var configuration = Configuration()
            configuration.label = "onlyonce.backup"
            let target = try DatabaseQueue(path: place, configuration: configuration)
            try reader.inDatabase { source in
                try target.inDatabase { try source.backup(to: $0, pagesPerStep: pagesPerStep) }
            }
            try target.close()
        } catch let reason as NotWritten {
            throw .notWritten(place: place, reason)
        } catch {
            guard case .notWritten(let reason) = StorageFailure(writing: error) else {
                throw .unreadable(place: path)
            }
            throw .notWritten(place: place, reason)
        }
    }

    /// Reads of what is held.
    func read<Value>(_ query: (Database) throws -> Value) throws(BackupFailure) -> Value {
        do {
            return try reader.inDatabase(query)
        } catch {
            throw .unreadable(place: path)
        }
    }

    func close() {
        try? reader.inDatabase { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
        try? reader.close()
        try? watcher.close()
    }

    private func dataVersion() throws(BackupFailure) -> Int? {
        do {
            return try watcher.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") }
        } catch {
            throw .unreadable(place: path)
        }
    }
}
