import ConsultLog
import Crypto
import Foundation

/// Copies and sums files of any length. Everything here blocks.
enum FileCopy {
    private static let piece = 1 << 20

    /// Copies a file to a place where none is, readable by its owner alone; durable when it returns.
    static func copy(
        _ source: String, to place: String
    ) throws(BackupFailure) -> (length: Int64, digest: String) {
        let file = unsafe open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritten(place: place, DurableFile.reason()) }
        defer { close(file) }
        let sum = try read(source) { bytes throws(BackupFailure) in
            do throws(NotWritten) {
                try DurableFile.fill(file, with: bytes)
            } catch {
                throw .notWritten(place: place, error)
            }
        }
        guard fsync(file) == 0 else { throw .notWritten(place: place, DurableFile.reason()) }
        return sum
    }

    static func digest(of path: String) throws(BackupFailure) -> (length: Int64, digest: String) {
        try read(path) { _ throws(BackupFailure) in }
    }

    private static func read(
        _ path: String, _ take: ([UInt8]) throws(BackupFailure) -> Void
    ) throws(BackupFailure) -> (length: Int64, digest: String) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(place: path) }
        defer { close(file) }
        var hash = SHA256()
        var length: Int64 = 0
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Foundation.read(file, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(place: path) }
            if count == 0 { break }
            let bytes = Array(buffer[..<count])
            hash.update(data: bytes)
            length += Int64(count)
            try take(bytes)
        }
        let digits = hash.finalize().map { byte in
            let text = String(byte, radix: 16)
            return text.count < 2 ? "0" + text : text
        }
        return (length, digits.joined())
    }
}
