import ArgumentParser
import ConsultLog
import Foundation

/// Gives the receipt of a consult.
struct LogReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Write the receipt of a consult.",
        discussion: """
            A receipt holds the entries of the consult, a proof that each stands in the log, and \
            what its asker may know of what is confidential in them. `log verify` checks it, \
            anywhere. That it was given is itself recorded in the log, with the user who asked.

            A gateway that is running answers through its socket; when none is, the data directory \
            is locked meanwhile.
            """)

    @Argument(help: "The number of the consult.")
    var consult: String

    @OptionGroup var configuration: ConfigurationOption

    @Option(help: "The file to write, which must not be there yet; without it, standard output.")
    var output: String?

    func validate() throws {
        guard UUIDv7(parsing: consult) != nil else {
            throw ValidationError("a consult is a UUID of version 7, in small letters")
        }
    }

    func run() async throws {
        let receipt = try await DataDirectoryAccess(configuration.read()).receipt(of: consult)
        guard let output else { return print(receipt) }
        // It holds confidential values: the mode is closed by this process's mask.
        do {
            try Data(receipt.utf8).write(
                to: URL(fileURLWithPath: output), options: .withoutOverwriting)
        } catch {
            throw UsageError("\(output) cannot be written, or is there already")
        }
    }
}
