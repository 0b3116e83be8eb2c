import ArgumentParser
import Foundation

/// Puts the log back from a backup.
struct LogRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put the log and the stores back from a folder that `log backup` wrote.",
        discussion: """
            Stop the gateway first. Before anything is changed the copy is held to its manifest, \
            every entry and every hash is recomputed up to the root, and every checkpoint that was \
            given away, as DATA/published and the backup know it, must be the beginning of the \
            tree: a log that is another one is refused, and the first deviation is named.

            A backup that has fewer entries than were published is refused too, with both sizes. \
            With --accept-shorter it is put back: it can be read, and takes nothing more until \
            `log continue` begins a new log that refers to the published one. Where the longer log \
            is still there, --replace, the backup is proven to be its beginning.

            The stores beside the log are put back where they are missing, damaged or came less \
            far than the backup. One that came as far or further stays: a right that has ended \
            since does not come back.

            The index of searches is made anew when the gateway starts.
            """)

    @Argument(help: "The folder of the backup.", completion: .directory)
    var folder: String

    @OptionGroup var configuration: ConfigurationOption

    @Flag(help: "Set the log that is there aside, in DATA/earlier.")
    var replace = false

    @Flag(help: "Put it back although it has fewer entries than were published.")
    var acceptShorter = false

    func run() async throws {
        let restoration = Restoration(
            try configuration.read(), from: URL(fileURLWithPath: folder).path,
            replaces: replace, acceptsShorter: acceptShorter)
        print(try await restoration.run())
    }
}
