import ConsultLog
import Foundation
import GRDB
public import LogProofs
public import TransparencyLogs

/// The log of a data directory, read without its lock: a gateway may be writing meanwhile.
///
/// It is read as it stands on the disk, on a connection of its own that cannot write. The checkpoint
/// is the largest of those kept outside the database, so that a database that was set back shows.
public struct SQLiteLogSource: LogSource {
    private static let checkpoints = ["checkpoint", "checkpoint.auditors", "checkpoint.witnessed"]

    private let database: DatabaseQueue
    private let published: String?
    private let queue = BlockingQueue("onlyonce.log.reading")

    /// Opens the data directory.
    ///
    /// - Throws: ``OpeningFailure``.
    public static func open(
        dataDirectory path: String
    ) async throws(OpeningFailure) -> SQLiteLogSource {
        try await open(path + "/log.sqlite", published: path + "/published")
    }

    /// Opens a database alone, with which no checkpoint comes.
    ///
    /// - Throws: ``OpeningFailure``.
    public static func open(database file: String) async throws(OpeningFailure) -> SQLiteLogSource {
        try await open(file, published: nil)
    }

    private static func open(
        _ file: String, published: String?
    ) async throws(OpeningFailure) -> SQLiteLogSource {
        try await BlockingQueue("onlyonce.opening").run { () throws(OpeningFailure) in
            do {
                var configuration = Configuration()
                configuration.label = "onlyonce.log.reading"
                configuration.readonly = true
                configuration.busyMode = .timeout(5)
                return SQLiteLogSource(
                    database: try DatabaseQueue(path: file, configuration: configuration),
                    published: published)
            } catch {
                throw .notUsable(path: file, .unreadable)
            }
        }
    }

    private init(database: DatabaseQueue, published: String?) {
        self.database = database
        self.published = published
    }

    public func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]? {
        try await queue.run { () throws(LogSourceFailure) in
            do {
                switch resource {
                case .checkpoint: return try lastCheckpoint()
                case .tile(let tile): return try database.read { try Self.bytes(of: tile, $0) }
                case .entries(let bundle):
                    return try database.read { try Self.bytes(of: bundle, $0) }
                }
            } catch {
                throw .unreadable
            }
        }
    }

    /// The one of the largest tree; one that cannot be read as such is given as it is, to be refused.
    private func lastCheckpoint() throws -> [UInt8]? {
        guard let published else { return nil }
        var last: (size: UInt64, bytes: [UInt8])?
        for name in Self.checkpoints {
            let path = published + "/" + name
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            guard let checkpoint = try? SignedCheckpoint(parsing: bytes) else { return bytes }
            if checkpoint.unverified.size >= last?.size ?? 0 {
                last = (checkpoint.unverified.size, bytes)
            }
        }
        return last?.bytes
    }

    private static func bytes(of tile: TileCoordinate, _ database: Database) throws -> [UInt8]? {
        let length = tile.width * TreeHash.length
        let hashes = try Data.fetchOne(
            database.cachedStatement(
                sql: "SELECT hashes FROM tile WHERE level = ? AND place = ?"),
            arguments: [tile.level, Int64(tile.index)])
        guard let hashes, hashes.count >= length else { return nil }
        return Array(hashes.prefix(length))
    }

    private static func bytes(
        of bundle: EntryBundleCoordinate, _ database: Database
    ) throws -> [UInt8]? {
        let first = Int64(bundle.firstEntry)
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT bytes FROM entry WHERE position > ? AND position <= ?
                    ORDER BY position
                    """), arguments: [first, first + Int64(bundle.width)])
        var entries: [[UInt8]] = []
        while let row = try rows.next() { entries.append(Array(row["bytes"] as Data)) }
        // Fewer than there must be are given as they are, so that the place is named.
        return entries.isEmpty ? nil : try EntryBundle(entries).bytes
    }
}
