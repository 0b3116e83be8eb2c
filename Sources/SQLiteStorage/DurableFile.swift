import ConsultLog
import Foundation

/// Small files that are whole or absent, whatever happens, and that only their owner can read.
/// Everything here blocks.
enum DurableFile {
    /// Writes a file of mode 0600 beside its place, makes it durable, and moves it to its place.
    ///
    /// - Throws: ``NotWritten`` when the file may be absent after a crash.
    static func write(_ bytes: [UInt8], to path: String) throws(NotWritten) {
        let draft = path + draftSuffix
        _ = unsafe unlink(draft)
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw reason() }
        do throws(NotWritten) {
            try fill(file, with: bytes)
            guard fsync(file) == 0 else { throw reason() }
        } catch {
            close(file)
            _ = unsafe unlink(draft)
            throw error
        }
        close(file)
        guard unsafe rename(draft, path) == 0 else {
            let failure = reason()
            _ = unsafe unlink(draft)
            throw failure
        }
        try sync(directory: parent(of: path))
    }

    /// Creates a file of mode 0600 that must not exist yet.
    static func create(_ bytes: [UInt8], at path: String) throws(NotWritten) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw reason() }
        defer { close(file) }
        try fill(file, with: bytes)
        guard fsync(file) == 0 else { throw reason() }
        try sync(directory: parent(of: path))
    }

    /// Overwrites a file with zeros, as far as the file system lets it, and takes it away; durable
    /// when this returns. What is absent stays absent.
    static func destroy(_ path: String) throws(NotWritten) {
        wipe(path)
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw reason() }
        try sync(directory: parent(of: path))
    }

    /// Moves a file to the place of another, which is destroyed; durable when this returns.
    static func replace(_ path: String, with draft: String) throws(NotWritten) {
        let old = unsafe open(path, O_WRONLY | O_CLOEXEC)
        defer { if old >= 0 { close(old) } }
        guard unsafe rename(draft, path) == 0 else { throw reason() }
        try sync(directory: parent(of: path))
        if old >= 0 { wipe(old) }
    }

    private static func wipe(_ path: String) {
        let file = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return }
        defer { close(file) }
        wipe(file)
    }

    /// A copy on write or a worn cell keeps the old bytes all the same, so nothing depends on it.
    private static func wipe(_ file: Int32) {
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_nlink < 2 else { return }
        try? fill(file, with: [UInt8](repeating: 0, count: Int(min(status.st_size, 1 << 20))))
        _ = fsync(file)
    }

    /// What a file that was not moved to its place yet ends with.
    static let draftSuffix = ".new"

    static func fill(_ file: Int32, with bytes: [UInt8]) throws(NotWritten) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Foundation.write(file, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw reason() }
            rest = rest.dropFirst(count)
        }
    }

    /// Makes what was created, renamed or removed in a directory durable.
    static func sync(directory: String) throws(NotWritten) {
        let file = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw reason() }
        defer { close(file) }
        guard fsync(file) == 0 else { throw reason() }
    }

    /// The directory above; that of a relative name is the present one.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What the system's last error means for what was to be written.
    static func reason() -> NotWritten {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS, EACCES, EPERM: .readOnly
        default: .failed
        }
    }
}
