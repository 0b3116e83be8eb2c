import ArgumentParser
import Foundation

/// Keeps the replica of the Crossroads Bank for Enterprises.
struct KBOCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kbo", abstract: "Keep the replica of the enterprise register.",
        subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Import an extract of the KBO open data, full or update.",
            discussion: """
                A full extract replaces the replica, an update must be the next one. Until it is \
                complete the old replica answers; when it fails nothing changes.
                """)

        @Argument(
            help: "The ZIP file as the KBO publishes it.", completion: .file(extensions: ["zip"]))
        var archive: String

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let path = URL(fileURLWithPath: archive).path
            guard FileManager.default.isReadableFile(atPath: path) else {
                throw UsageError("\(archive) cannot be read")
            }
            let bar = ProgressBar(isShown: isatty(STDERR_FILENO) == 1)
            let extract = try await DataDirectoryAccess(try configuration.read())
                .importExtract(from: path) { bar.show($0) }
            bar.end()
            print("The replica holds \(extract).")
        }
    }
}
