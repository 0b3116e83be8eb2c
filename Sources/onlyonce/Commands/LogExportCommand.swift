import ArgumentParser
import Foundation

/// Writes the log into a folder.
struct LogExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the log into a folder that any file server can publish.",
        discussion: """
            The folder gets the checkpoint, the tiles and the entries as C2SP tlog-tiles lays them \
            out; what it has already is not written again. Entries are for auditors: with --public \
            they are left out, and the log is shown as of its last published checkpoint. A gateway \
            that is running writes the folder itself; when none is, the data directory is locked \
            meanwhile.
            """)

    @Argument(help: "The folder; made when it is not there.", completion: .directory)
    var folder: String

    @OptionGroup var configuration: ConfigurationOption

    @Flag(name: .customLong("public"), help: "Without entries, for everybody.")
    var isPublic = false

    func run() async throws {
        let access = DataDirectoryAccess(try configuration.read())
        let path = URL(fileURLWithPath: folder).path
        print(try await access.exportLog(to: path, isPublic: isPublic))
    }
}
