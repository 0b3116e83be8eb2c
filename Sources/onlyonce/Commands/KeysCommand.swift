import ArgumentParser
import Foundation
import SQLiteStorage

/// Makes the secrets that a gateway needs once.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make the secrets of a gateway.",
        subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Make the secret files that the configuration names and that are missing.",
            discussion: """
                The key-encryption key protects the keys of the consult log; from the pseudonym \
                secret the pseudonyms of households are made. Whoever loses the first can never \
                again tell whom the log is about; a new second one makes every card's household \
                unknown. Keep copies of both, apart from those of the data directory. What \
                exists is never overwritten.
                """)

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let storage = try configuration.read().storage
            try ensure("key-encryption key", at: storage.keyEncryptionKey)
            try ensure("pseudonym secret", at: storage.pseudonymSecret)
        }

        /// Makes a secret, unless a good one is there.
        private func ensure(_ name: String, at path: String) throws(UsageError) {
            guard !FileManager.default.fileExists(atPath: path) else {
                try explained { () throws(KeyFileFailure) in _ = try SecretFile.read(path) }
                return print("The \(name) is in \(path) already.")
            }
            try explained { () throws(KeyFileFailure) in _ = try SecretFile.create(at: path) }
            print("Made the \(name) in \(path), readable by you alone.")
        }
    }
}
