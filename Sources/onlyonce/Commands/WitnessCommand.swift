import ArgumentParser
import Foundation
import HTTPFacade
import Logging
import SQLiteStorage
import TransparencyLogs

/// Runs a witness, which cosigns the logs of others.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness", abstract: "Watch over the logs of others and cosign them.",
        subcommands: [Serve.self, Key.self])

    /// The configuration file of a witness.
    struct ConfigurationOption: ParsableArguments {
        @Option(
            name: .customLong("config"),
            help: "The configuration file, as Contracts/witness/README.md describes it.",
            completion: .file(extensions: ["yaml"]))
        var file: String

        func read() throws(UsageError) -> WitnessConfiguration {
            try WitnessConfiguration(file: file)
        }
    }

    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "serve", abstract: "Run the witness.",
            discussion: """
                Answers POST /add-checkpoint (C2SP tlog-witness): it cosigns a checkpoint of a log \
                that it knows as long as that log only grew since the last one. What it cosigned \
                is durable before it answers. Run it on another machine than the log, under \
                somebody else's hands. SIGTERM or Ctrl-C ends it.
                """)

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let settings = try configuration.read()
            let server = try await WitnessServer(settings, logger: Logger(label: "onlyonce"))
            let scheme = settings.identity == nil ? "http" : "https"
            let key = server.verifier
            try await server.run { address in
                Announcement.write(
                    """
                    key         \(key)
                    witness     \(scheme)://\(address)
                    """)
            }
        }
    }

    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "key", abstract: "Make the key of a witness.",
            subcommands: [Create.self])
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Make the private key and print the verifier key.",
            discussion: """
                Makes the file that the configuration names as `key`, readable by you alone; one \
                that exists is never overwritten. The line that it prints is what the policies of \
                those who trust this witness hold. A key must not be used under two names.
                """)

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let settings = try configuration.read()
            if !FileManager.default.fileExists(atPath: settings.key) {
                try explained { () throws(KeyFileFailure) in
                    _ = try SecretFile.create(at: settings.key)
                }
            }
            print(try WitnessKey.read(settings).verifier)
        }
    }
}
