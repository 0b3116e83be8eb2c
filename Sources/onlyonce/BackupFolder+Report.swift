import Facts
import SQLiteStorage

extension BackupFolder {
    /// Backs the log of a data directory up into the folder, and says what is in it.
    static func backUp(
        _ data: String, to folder: String, at now: Timestamp
    ) async throws(UsageError) -> String {
        let manifest = try await explainedLater { () async throws(BackupFailure) in
            try await BackupFolder(folder).write(from: data, at: now)
        }
        return """
            \(folder) holds the log as it was with \(manifest.size) entries in its tree, root \
            \(manifest.root). The keys are not in it.
            """
    }
}
