import Foundation
import SQLiteStorage
import TransparencyLogs

/// The key that signs the checkpoints of the consult log.
enum LogKey {
    /// Reads the key.
    ///
    /// - Throws: ``UsageError`` that names the file.
    static func read(_ settings: Configuration.Log) throws(UsageError) -> NoteSigner {
        let seed = try explained { () throws(KeyFileFailure) in try SecretFile.read(settings.key) }
        guard let signer = NoteSigner(name: settings.origin, seed: seed) else {
            throw UsageError("\(settings.key) holds no Ed25519 key")
        }
        return signer
    }

    /// Makes the key, unless a good one is there, and says where it is and what verifies it.
    static func ensure(_ settings: Configuration.Log) throws(UsageError) -> String {
        let exists = FileManager.default.fileExists(atPath: settings.key)
        if !exists {
            try explained { () throws(KeyFileFailure) in _ = try SecretFile.create(at: settings.key)
            }
        }
        let verifier = try read(settings).verifier
        return """
            \(exists ? "The log's key is in \(settings.key) already." : "Made the log's key in \(settings.key), readable by you alone.")
            Its checkpoints are verified with
            \(verifier)
            """
    }
}
