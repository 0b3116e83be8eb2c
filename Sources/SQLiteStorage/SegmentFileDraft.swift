import ConsultLog
import Foundation
import LogSearch

/// A segment that is written beside its place and moved there when it is whole.
final class SegmentFileDraft: SegmentDraft {
    /// How many words are written at once: a megabyte.
    private static let most = 131_072
    private let path: String
    private let draft: String
    private let file: Int32
    private var words: [UInt64] = []
    private var isKept = false

    init(for path: String) throws(IndexFailure) {
        self.path = path
        draft = path + DurableFile.draftSuffix
        _ = unsafe unlink(draft)
        file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritten(DurableFile.reason()) }
    }

    deinit {
        guard file >= 0 else { return }
        close(file)
        if !isKept { _ = unsafe unlink(draft) }
    }

    func append(_ block: [UInt64]) throws(IndexFailure) {
        words.append(contentsOf: block)
        if words.count >= Self.most { try write() }
    }

    func keep() throws(IndexFailure) {
        try write()
        guard fsync(file) == 0, unsafe rename(draft, path) == 0 else {
            throw .notWritten(DurableFile.reason())
        }
        isKept = true
        do throws(NotWritten) {
            try DurableFile.sync(directory: DurableFile.parent(of: path))
        } catch {
            throw .notWritten(error)
        }
    }

    private func write() throws(IndexFailure) {
        var done = 0
        let size = words.count * 8
        while done < size {
            let count = unsafe words.withUnsafeBytes {
                unsafe Foundation.write(file, $0.baseAddress?.advanced(by: done), size - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .notWritten(DurableFile.reason()) }
            done += count
        }
        words.removeAll(keepingCapacity: true)
    }
}
