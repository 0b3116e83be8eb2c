import Foundation

/// A folder that only its owner can enter, whose files appear whole or not at all.
struct PrivateFolder {
    let path: String

    init(creatingAt path: String) throws(DevelopmentCertificateFailure) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        } catch {
            throw .cannotCreateFolder(path: path)
        }
    }

    /// Writes a file of this folder by way of a temporary one that replaces it in one step.
    func write(
        _ text: String, to file: String, isSecret: Bool
    ) throws(DevelopmentCertificateFailure) {
        let temporary = "\(path)/.\(UUID().uuidString)"
        let isWritten = FileManager.default.createFile(
            atPath: temporary, contents: Data(text.utf8),
            attributes: [.posixPermissions: isSecret ? 0o600 : 0o644])
        guard isWritten, unsafe rename(temporary, file) == 0 else {
            try? FileManager.default.removeItem(atPath: temporary)
            throw .cannotWrite(path: file)
        }
    }
}
