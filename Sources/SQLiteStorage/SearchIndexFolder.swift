import ConsultLog
import Foundation
public import LogSearch

/// Keeps the segments of the search index in a folder, one file for each. Nothing in it needs a
/// backup: it is made again from the log.
public struct SearchIndexFolder: SegmentStorage {
    private static let suffix = ".segment"
    private let folder: String

    /// Opens the folder, which is made when it does not exist and closed to others.
    ///
    /// - Throws: ``FolderFailure``.
    public init(at folder: String) throws(FolderFailure) {
        try PrivateFolder.ensure(folder)
        self.folder = folder
    }

    /// The key by which cursors are bound to their queries; made when there is none. Without it
    /// searches begin again at their first page, and nothing else is lost.
    ///
    /// - Throws: ``KeyFileFailure``.
    public func cursorKey() throws(KeyFileFailure) -> CursorKey {
        let path = folder + "/cursor.key"
        let bytes: [UInt8]
        do throws(KeyFileFailure) {
            bytes = try SecretFile.read(path)
        } catch .absent {
            bytes = try SecretFile.create(at: path)
        }
        guard let key = CursorKey(bytes: bytes) else { throw .malformed(path: path) }
        return key
    }

    public func names() throws(IndexFailure) -> [SegmentName] {
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .unreachable
        }
        // What was never moved to its place was never used.
        for file in files where file.hasSuffix(Self.suffix + DurableFile.draftSuffix) {
            _ = unsafe unlink(folder + "/" + file)
        }
        return files.compactMap { file in
            guard file.hasSuffix(Self.suffix) else { return nil }
            return SegmentName(parsing: file.dropLast(Self.suffix.count))
        }
    }

    public func open(_ name: SegmentName) throws(IndexFailure) -> any BlockSource {
        try SegmentFile(name, at: path(of: name))
    }

    public func begin(_ name: SegmentName) throws(IndexFailure) -> any SegmentDraft {
        try SegmentFileDraft(for: path(of: name))
    }

    public func remove(_ names: [SegmentName]) throws(IndexFailure) {
        for name in names {
            guard unsafe unlink(path(of: name)) == 0 || errno == ENOENT else {
                throw .notWritten(DurableFile.reason())
            }
        }
        do throws(NotWritten) {
            try DurableFile.sync(directory: folder)
        } catch {
            throw .notWritten(error)
        }
    }

    private func path(of name: SegmentName) -> String { "\(folder)/\(name)\(Self.suffix)" }
}
