import ArgumentParser
import Foundation

/// Copies the log into a folder.
struct LogBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the log and the stores beside it into a folder, also while serving.",
        discussion: """
            The folder gets log.sqlite, the log as it is at one moment; published/, the last \
            checkpoints that were given away; rights, officials, references, quotas and cards \
            (.sqlite), the stores beside the log, of the same moment; and, last of all, \
            backup.json, which says how large the tree is, its root, when it was made, which \
            stores are in it, and the SHA-256 of every database. A folder without backup.json is \
            no backup. All of it is on the disk when the command ends.

            Keep it apart from a copy of the keys: they are not in it, so that a month that is \
            retired later cannot be read from it. `log restore` puts it back. A gateway that is \
            running makes the copy itself, and answers consults meanwhile; when none is, the data \
            directory is locked.
            """)

    @Argument(
        help: "The folder; made when it is not there. It must be empty.", completion: .directory)
    var folder: String

    @OptionGroup var configuration: ConfigurationOption

    func run() async throws {
        let access = DataDirectoryAccess(try configuration.read())
        print(try await access.backUpLog(to: URL(fileURLWithPath: folder).path))
    }
}
