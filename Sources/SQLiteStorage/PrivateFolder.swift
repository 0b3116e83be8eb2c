import ConsultLog
import Foundation

/// Folders that only their owner can enter, and that are still there after a power cut. Everything
/// here blocks.
enum PrivateFolder {
    /// Makes the folder, with those above it that are missing. One that exists is closed to the
    /// group and to others: what is in it is closed to them by itself, so nothing is lost by then.
    ///
    /// - Throws: ``FolderFailure``; a folder of another user is refused, also to root, because its
    ///   owner could open it again or put other files in the place of ours.
    static func ensure(_ path: String) throws(FolderFailure) {
        try makeMissing(path)
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder }
        guard status.st_uid == geteuid() else { throw .foreign(owner: status.st_uid) }
        guard status.st_mode & 0o077 != 0 else { return }
        guard unsafe chmod(path, 0o700) == 0 else { throw failure() }
        try synced(path)
    }

    /// Makes those folders of a path that are missing, each of mode 0700 whatever the umask, and
    /// durable when this returns. What exists is left as it is, whatever it is.
    static func makeMissing(_ path: String) throws(FolderFailure) {
        guard unsafe access(path, F_OK) != 0 else { return }
        guard errno == ENOENT else { throw failure() }
        let parent = DurableFile.parent(of: path)
        try makeMissing(parent)
        guard unsafe mkdir(path, 0o700) == 0 else {
            // Somebody else was faster, or the path ended with a slash.
            if errno == EEXIST { return }
            throw failure()
        }
        guard unsafe chmod(path, 0o700) == 0 else { throw failure() }
        try synced(path)
        try synced(parent)
    }

    private static func synced(_ path: String) throws(FolderFailure) {
        do throws(NotWritten) {
            try DurableFile.sync(directory: path)
        } catch {
            throw .notWritten(error)
        }
    }

    private static func failure() -> FolderFailure {
        errno == ENOTDIR ? .notAFolder : .notWritten(DurableFile.reason())
    }
}
