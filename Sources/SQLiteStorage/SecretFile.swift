public import ConsultLog
import Foundation

/// A file that holds 32 secret bytes in base64, and that only its owner can read.
public enum SecretFile {
    /// Reads the bytes.
    ///
    /// - Throws: ``KeyFileFailure``.
    public static func read(_ path: String) throws(KeyFileFailure) -> [UInt8] {
        let content = try contents(of: path)
        let text = String(decoding: content, as: UTF8.self).filter { !$0.isWhitespace }
        guard let bytes = Data(base64Encoded: text), bytes.count == 32 else {
            throw .malformed(path: path)
        }
        return Array(bytes)
    }

    /// Reads a file that only its owner can read, whatever it holds.
    ///
    /// - Throws: ``KeyFileFailure``.
    public static func contents(of path: String) throws(KeyFileFailure) -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { throw .absent(path: path) }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? NSNumber
        else { throw .unreadable(path: path) }
        guard mode.intValue & 0o077 == 0 else { throw .readableByOthers(path: path) }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path)
        }
        return Array(content)
    }

    /// Makes a new secret and a file of mode 0600 that holds it, with the folders above that are
    /// missing; durable when this returns.
    ///
    /// - Throws: ``KeyFileFailure/exists(path:)`` when there is a file: a secret is never
    ///   overwritten.
    @discardableResult
    public static func create(
        at path: String, random: any RandomSource = SystemRandom()
    ) throws(KeyFileFailure) -> [UInt8] {
        let bytes = random.bytes(32)
        try create(Array((Data(bytes).base64EncodedString() + "\n").utf8), at: path)
        return bytes
    }

    /// Makes a file of mode 0600, with the folders above that are missing; durable when this
    /// returns.
    ///
    /// - Throws: ``KeyFileFailure/exists(path:)`` when there is a file.
    public static func create(_ content: [UInt8], at path: String) throws(KeyFileFailure) {
        if FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
        let folder = DurableFile.parent(of: path)
        do throws(FolderFailure) {
            try PrivateFolder.makeMissing(folder)
        } catch {
            throw .folder(path: folder, error)
        }
        do throws(NotWritten) {
            try DurableFile.create(content, at: path)
        } catch {
            throw .notWritten(path: path, error)
        }
    }
}
