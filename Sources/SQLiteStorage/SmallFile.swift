import ConsultLog
import Foundation

/// Reads what ``DurableFile`` writes. Blocks.
enum SmallFile {
    /// No file of ours that is read whole is larger.
    private static let mostBytes = 2_000_000

    /// The bytes of a file; `nil` only when there certainly is none.
    ///
    /// - Throws: ``ConsultLog/StorageFailure/unreadable``.
    static func read(_ path: String) throws(StorageFailure) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw .unreadable }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Foundation.read(file, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= mostBytes else { throw .unreadable }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}

extension StorageFailure {
    /// Why a file may not stand in the place of another one.
    init(replacing failure: NotWritten) {
        switch failure {
        case .diskFull, .readOnly, .busy, .closed: self = .notWritten(failure)
        // An input or output error, after which nobody knows what the caches are worth.
        case .failed: self = .syncFailed
        }
    }
}
