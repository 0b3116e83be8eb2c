import Foundation
import SQLiteStorage
import TransparencyLogs

/// The key that signs the checkpoints of the consult log: 32 bytes in base64, or encrypted PKCS#8.
enum LogKey {
    /// The environment variable that holds the passphrase of an encrypted key.
    static let variable = "ONLYONCE_LOG_PASSPHRASE"

    /// Reads the key.
    ///
    /// - Throws: ``UsageError`` that names the file.
    static func read(_ settings: Configuration.Log) throws(UsageError) -> NoteSigner {
        let content = try explained { () throws(KeyFileFailure) in
            try SecretFile.contents(of: settings.key)
        }
        let text = String(decoding: content, as: UTF8.self)
        let seed =
            text.hasPrefix(EncryptedKey.mark)
            ? try seed(of: text, settings)
            : try explained { () throws(KeyFileFailure) in try SecretFile.read(settings.key) }
        guard let signer = NoteSigner(name: settings.origin, seed: seed) else {
            throw UsageError("\(settings.key) holds no Ed25519 key")
        }
        return signer
    }

    /// Makes the key, unless a good one is there, and says where it is and what verifies it. With a
    /// passphrase at hand it is encrypted.
    static func ensure(_ settings: Configuration.Log) throws(UsageError) -> String {
        let exists = FileManager.default.fileExists(atPath: settings.key)
        if !exists { try make(settings) }
        let verifier = try read(settings).verifier
        let place =
            exists
            ? "The log's key is in \(settings.key) already."
            : "Made the log's key in \(settings.key), readable by you alone."
        return """
            \(place)
            Its checkpoints are verified with
            \(verifier)
            """
    }

    private static func make(_ settings: Configuration.Log) throws(UsageError) {
        guard let passphrase = try passphrase(settings) else {
            try explained { () throws(KeyFileFailure) in
                _ = try SecretFile.create(at: settings.key)
            }
            return
        }
        guard let text = try? EncryptedKey.make(passphrase: passphrase) else {
            throw UsageError("the log's key cannot be encrypted")
        }
        try explained { () throws(KeyFileFailure) in
            try SecretFile.create(Array(text.utf8), at: settings.key)
        }
    }

    private static func seed(
        of text: String, _ settings: Configuration.Log
    ) throws(UsageError) -> [UInt8] {
        guard let passphrase = try passphrase(settings) else {
            throw UsageError(
                "\(settings.key) is encrypted: name the file of its passphrase in log.passphrase, or set \(variable)"
            )
        }
        guard let seed = try? EncryptedKey.seed(of: text, passphrase: passphrase) else {
            throw UsageError(
                "\(settings.key) cannot be opened: another passphrase, or no Ed25519 key in PKCS#8 with PBKDF2, HMAC-SHA-256 and AES-256-CBC"
            )
        }
        return seed
    }

    /// The passphrase, without the line end behind it: the environment's before the file's.
    private static func passphrase(
        _ settings: Configuration.Log
    ) throws(UsageError) -> [UInt8]? {
        if let value = ProcessInfo.processInfo.environment[variable] { return Array(value.utf8) }
        guard let file = settings.passphrase else { return nil }
        let content = try explained { () throws(KeyFileFailure) in
            try SecretFile.contents(of: file)
        }
        return Array(content.prefix { $0 != 0x0A && $0 != 0x0D })
    }
}
