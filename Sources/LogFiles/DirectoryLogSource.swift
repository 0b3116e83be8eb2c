import Dispatch
import Glibc
public import LogProofs
public import TransparencyLogs

/// A log as files below a directory, as it is exported.
public struct DirectoryLogSource: LogSource {
    /// Longer than a bundle of 256 entries of the largest size.
    private static let mostBytes = 17 << 20

    private let directory: String
    private let queue = DispatchQueue(label: "onlyonce.log.files")

    public init(_ directory: String) { self.directory = directory }

    public func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]? {
        let path = directory + "/" + resource.path
        let result = await withCheckedContinuation { continuation in
            queue.async {
                do throws(LogSourceFailure) {
                    continuation.resume(
                        returning: Result<[UInt8]?, LogSourceFailure>.success(
                            try Self.read(path)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    /// `nil` when there is no such file.
    private static func read(_ path: String) throws(LogSourceFailure) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable
        }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable
        }
        guard status.st_size <= mostBytes else { throw .tooLarge }
        let size = Int(status.st_size)
        var isWhole = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let more = unsafe Glibc.read(
                    file, buffer.baseAddress?.advanced(by: count), size - count)
                if more < 0, errno == EINTR { continue }
                if more <= 0 { break }
                count += more
            }
            isWhole = count == size
        }
        guard isWhole else { throw .unreadable }
        return bytes
    }
}
