import Facts
import SQLiteStorage

extension BackupFolder {
    /// Backs the log of a data directory and the stores beside it up into the folder, and says what
    /// is in it.
    ///
    /// - Parameter rights: where the database of the authorisations is, when not in the data
    ///   directory.
    static func backUp(
        _ data: String, rights: String? = nil, to folder: String, at now: Timestamp
    ) async throws(UsageError) -> String {
        let manifest = try await explainedLater { () async throws(BackupFailure) in
            try await BackupFolder(folder).write(from: data, rights: rights, at: now)
        }
        return """
            \(folder) holds the log as it was with \(manifest.size) entries in its tree, root \
            \(manifest.root), and \(manifest.storeNames). The keys are not in it.
            """
    }
}

extension BackupManifest {
    /// The stores that are in it, for people.
    var storeNames: String {
        stores.isEmpty
            ? "no store beside it" : stores.map(\.store.rawValue).joined(separator: ", ")
    }
}
