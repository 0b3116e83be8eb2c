import ArgumentParser

/// Goes on with a log under a new origin.
struct LogContinueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "continue",
        abstract: "Begin a new log that refers to the old one, under the origin now configured.",
        discussion: """
            For a log that became read-only because its storage is not what was published of it, \
            and for one whose key was lost. Give log.origin a name that the log never had, stop \
            the gateway, then run this once. What is left of the old log is kept in \
            DATA/earlier; the first entry of the new one holds the old one's last checkpoint.
            """)

    @OptionGroup var configuration: ConfigurationOption

    func run() async throws {
        let settings = try configuration.read()
        print(try await NewOrigin(settings).begin())
    }
}
