public import ConsultLog
import Foundation

extension KeyEncryptionKey {
    /// Reads the key from a file that holds 32 bytes in base64, and that only its owner can read.
    ///
    /// - Throws: ``KeyFileFailure``.
    public init(contentsOf path: String) throws(KeyFileFailure) {
        guard FileManager.default.fileExists(atPath: path) else { throw .absent(path: path) }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber
        else { throw .unreadable(path: path) }
        guard mode.intValue & 0o077 == 0 else { throw .readableByOthers(path: path) }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path)
        }
        let text = String(decoding: content, as: UTF8.self).filter { !$0.isWhitespace }
        guard let bytes = Data(base64Encoded: text), let key = Self(bytes: Array(bytes)) else {
            throw .malformed(path: path)
        }
        self = key
    }

    /// Makes a new key and a file of mode 0600 that holds it; durable when this returns.
    ///
    /// - Throws: ``KeyFileFailure/exists(path:)`` when there is a file: a key is never overwritten.
    public static func create(
        at path: String, random: any RandomSource = SystemRandom()
    ) throws(KeyFileFailure) -> KeyEncryptionKey {
        if FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
        let bytes = random.bytes(32)
        guard let key = Self(bytes: bytes) else { throw .malformed(path: path) }
        let line = Data(bytes).base64EncodedString() + "\n"
        do throws(NotWritten) {
            try DurableFile.create(Array(line.utf8), at: path)
        } catch {
            throw .notWritten(path: path, error)
        }
        return key
    }
}
