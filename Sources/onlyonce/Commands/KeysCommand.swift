import ArgumentParser
import CanonicalJSON
import Foundation
import HTTPFacade
import SQLiteStorage

/// Makes the secrets that a gateway needs once.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Make the secrets of a gateway.",
        subcommands: [Create.self, Rotate.self])

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
            let settings = try configuration.read()
            let storage = settings.storage
            switch storage.keyEncryptionKey {
            case .file(let path): try ensure("key-encryption key", at: path)
            case .variable(let name):
                print(
                    """
                    The key-encryption key comes from the variable \(name): 32 random bytes in \
                    base64, as `openssl rand -base64 32` makes them.
                    """)
            case .command(let command):
                print(
                    """
                    The key-encryption key is unwrapped by \(command.program) from \
                    \(command.wrappedKey), which is yours to make.
                    """)
            }
            try ensure("pseudonym secret", at: storage.pseudonymSecret)
            try print(LogKey.ensure(settings.log))
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

extension KeysCommand {
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Wrap the keys of the consult log by a new key-encryption key.",
            discussion: """
                Where the key-encryption key stands in a file, a new one is made and takes its \
                place in one step, and the old one is destroyed. Where it comes from the \
                environment or a command, the new one is given along. The log records who ordered \
                it before it is done. Copies of the old key are \
                yours to destroy; they open copies of the key store that are as old.
                """)

        @OptionGroup var configuration: ConfigurationOption
        @OptionGroup var next: NextKeyOptions

        @Option(help: "Why; it is boxed in the log.")
        var reason: String?

        func run() async throws {
            let settings = try configuration.read()
            var order = try next.members()
            if let reason { order["reason"] = .string(reason) }
            let reply = try await DataDirectoryAccess(settings).order(
                .post, "/keys/rotations", .object(order), settings.storage)
            print("The keys are wrapped by \(reply["wrappedBy"]?.string ?? "a new key") now.")
            if let advice = reply["advice"]?.string { print("To do: \(advice).") }
            if reply["leftovers"] != nil {
                throw UsageError("old key files are still there: start the gateway or repeat this")
            }
        }
    }
}
