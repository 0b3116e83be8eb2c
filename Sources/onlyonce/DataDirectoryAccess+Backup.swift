import CanonicalJSON
import HTTPFacade
import SQLiteStorage

extension DataDirectoryAccess {
    /// Copies the log and the stores beside it into a folder, and says what is in it.
    func backUpLog(to folder: String) async throws -> String {
        if var state = try await asked(.post, "/log/backups", body: ["folder": .string(folder)]) {
            while state["state"]?.string == "running" {
                try await Task.sleep(for: .milliseconds(100))
                guard let next = try await asked(.get, "/log/backups/current") else {
                    throw UsageError(
                        "the gateway ended during the backup: remove \(folder) and run it again")
                }
                state = next
            }
            guard let written = state["written"]?.string else {
                throw UsageError(state["failure"]?.string ?? "the backup failed")
            }
            return written
        }
        let directory = try lock()
        return try await BackupFolder.backUp(
            directory.path, rights: settings.storage.rights, to: folder, at: SystemTime.now())
    }
}
