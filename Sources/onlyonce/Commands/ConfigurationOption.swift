import ArgumentParser

/// The configuration file that a command works with.
struct ConfigurationOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: "The configuration file, as Contracts/configuration/README.md describes it.",
        completion: .file(extensions: ["yaml"]))
    var file: String

    func read() throws(UsageError) -> Configuration { try Configuration(file: file) }
}
