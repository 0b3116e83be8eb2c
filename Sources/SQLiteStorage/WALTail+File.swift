import Foundation

extension WALTail {
    /// Looks at the write-ahead log of a database that nobody has open.
    ///
    /// - Returns: `nil` when there is none, or it cannot be read.
    public static func ofDatabase(at path: String) async -> WALTail? {
        await BlockingQueue("onlyonce.wal.reading").run {
            let file = unsafe open(path + "-wal", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return nil }
            defer { close(file) }
            var status = stat()
            guard unsafe fstat(file, &status) == 0 else { return nil }
            return try? WALTail(length: Int(status.st_size)) { offset, count throws(ReadEnd) in
                try Self.read(file, offset, count)
            }
        }
    }

    private struct ReadEnd: Error {}

    private static func read(
        _ file: Int32, _ offset: Int, _ count: Int
    ) throws(ReadEnd) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    file, buffer.baseAddress?.advanced(by: done), count - done, off_t(offset + done)
                )
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw ReadEnd() }
            if got == 0 { break }
            done += got
        }
        return Array(bytes.prefix(done))
    }
}
