import Foundation

/// The directory of one running gateway, locked for as long as the value lives.
///
/// The operating system gives the lock back when the process ends, however it ends.
public final class DataDirectory: Sendable {
    public let path: String
    private let lock: Int32

    /// Makes the directory when it does not exist, closes it to others, and locks it.
    ///
    /// - Throws: ``DataDirectoryFailure``, naming the directory and, when it is in use, by which
    ///   process.
    public init(locking path: String) throws(DataDirectoryFailure) {
        do throws(FolderFailure) {
            try PrivateFolder.ensure(path)
        } catch {
            throw .notUsable(path: path, error)
        }
        let file = unsafe open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .notUsable(path: path, .notWritten(DurableFile.reason()))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(file)
            close(file)
            throw .inUse(path: path, process: holder)
        }
        // For a person to read: the lock itself is the kernel's.
        let line = Array("\(getpid())\n".utf8)
        _ = ftruncate(file, 0)
        _ = unsafe line.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, 0) }
        self.path = path
        lock = file
    }

    deinit { close(lock) }

    /// The path of a file or directory within.
    public func path(of name: String) -> String { path + "/" + name }

    private static func holder(_ file: Int32) -> Int32? {
        var line = [UInt8](repeating: 0, count: 16)
        let count = unsafe line.withUnsafeMutableBytes {
            unsafe pread(file, $0.baseAddress, $0.count, 0)
        }
        guard count > 0 else { return nil }
        return Int32(String(decoding: line[..<count].filter { $0 != 0x0A }, as: UTF8.self))
    }
}
