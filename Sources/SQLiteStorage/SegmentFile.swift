import Foundation
import LogSearch

/// A file of a segment that is open for reading, also when another took its place since.
final class SegmentFile: BlockSource {
    private static let blockSize = 4096
    let blockCount: Int
    private let name: SegmentName
    private let file: Int32

    init(_ name: SegmentName, at path: String) throws(IndexFailure) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(name) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else {
            close(file)
            throw .unreadable(name)
        }
        self.name = name
        self.file = file
        blockCount = Int(status.st_size) / Self.blockSize
    }

    deinit { close(file) }

    func block(_ number: Int) throws(IndexFailure) -> [UInt64] {
        let words = unsafe [UInt64](unsafeUninitializedCapacity: Self.blockSize / 8) {
            buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var done = 0
            while done < Self.blockSize {
                let read = unsafe pread(
                    file, bytes.baseAddress?.advanced(by: done), Self.blockSize - done,
                    off_t(number * Self.blockSize + done))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { break }
                done += read
            }
            count = done / 8
        }
        guard words.count == Self.blockSize / 8 else { throw .unreadable(name) }
        return words
    }
}
