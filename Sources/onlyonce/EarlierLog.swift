import Foundation
import SQLiteStorage

/// Where a log goes in whose place another one comes: it is kept, not destroyed.
struct EarlierLog {
    /// The files of a database.
    static let parts = ["", "-wal", "-shm"]
    private static let files = parts.map { "log.sqlite" + $0 } + ["search"]

    private let directory: DataDirectory

    init(in directory: DataDirectory) { self.directory = directory }

    /// Whether there is anything to set aside. A leftover WAL alone would be read into the next
    /// database of that name.
    var isThere: Bool {
        Self.files.contains { FileManager.default.fileExists(atPath: directory.path(of: $0)) }
    }

    /// Moves the database and what was made of it away, and returns where to.
    ///
    /// - Parameter others: databases that go with it.
    func setAside(with others: [String] = []) throws -> String {
        let files = FileManager.default
        var number = 1
        while files.fileExists(atPath: directory.path(of: "earlier/\(number)")) { number += 1 }
        let folder = directory.path(of: "earlier/\(number)")
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let places =
            Self.files.map { directory.path(of: $0) }
            + others.flatMap { other in Self.parts.map { other + $0 } }
        for place in places where files.fileExists(atPath: place) {
            let name = URL(fileURLWithPath: place).lastPathComponent
            try files.moveItem(atPath: place, toPath: folder + "/" + name)
        }
        return folder
    }
}
