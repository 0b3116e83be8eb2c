import ArgumentParser
import CanonicalJSON
import ConsultLog
import Foundation
import HTTPFacade

/// Looks into the consult log.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Look into the consult log.",
        subcommands: [
            List.self, Search.self, Reindex.self, LogReceiptCommand.self, LogVerifyCommand.self,
            LogExportCommand.self, LogBackupCommand.self, LogRestoreCommand.self,
            LogKeyCommand.self, LogContinueCommand.self,
            RetireCommand.self, HoldCommand.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List entries in the order in which they were stored.",
            discussion: """
                Shows what stands in clear: who asked what, when, why, under which right, with \
                what result. Whom it was about is boxed and stays so. A gateway that is running \
                answers through its socket; when none is, the data directory is locked meanwhile.

                The first column is the position of the entry, a number that only grows; --after \
                takes it. With --json every line is {"entry":…,"position":…}, the entry being \
                the very bytes that were hashed.
                """)

        @OptionGroup var configuration: ConfigurationOption

        @Option(help: "Only entries behind this position.")
        var after: Int64?

        @Option(help: "At most so many entries.")
        var limit = 50

        @Flag(help: "One JSON document a line: the entry itself and its position.")
        var json = false

        func validate() throws {
            guard (1...10_000).contains(limit) else {
                throw ValidationError("--limit must be from 1 to 10000")
            }
        }

        func run() async throws {
            let settings = try configuration.read()
            let page = try await DataDirectoryAccess(settings).entries(after: after, limit: limit)
            for entry in page { print(json ? entry.line : EntryLine(entry).text) }
        }
    }
}
