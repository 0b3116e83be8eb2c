import ArgumentParser

/// Keeps the key with which the consult log signs.
struct LogKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Keep the key that signs the log's checkpoints.",
        subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Make the log's key if it is missing, and print what verifies it.",
            discussion: """
                The last line is the verifier key (C2SP signed-note): give it to everybody who is \
                to check the log. Whoever has the key itself can sign another history: keep it \
                readable by the gateway's user alone. It is never overwritten; a log whose key is \
                lost goes on under a new origin, see onlyonce log continue.
                """)

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws { try print(LogKey.ensure(configuration.read().log)) }
    }
}
