import ConsultLog
import Foundation
public import LogProofs

/// A folder on disk that everybody may read, for a file server to publish.
public struct PublishedFolder: LogFolder {
    private let path: String
    private let queue = BlockingQueue("onlyonce.export")

    public init(_ path: String) { self.path = path }

    public func bytes(at name: String) async throws(ShelfFailure) -> [UInt8]? {
        let place = path + "/" + name
        return try await queue.run { () throws(ShelfFailure) in
            guard FileManager.default.fileExists(atPath: place) else { return nil }
            guard let content = FileManager.default.contents(atPath: place) else {
                throw .unreadable(place: place)
            }
            return Array(content)
        }
    }

    public func contains(_ name: String) async throws(ShelfFailure) -> Bool {
        let place = path + "/" + name
        return await queue.run { FileManager.default.fileExists(atPath: place) }
    }

    public func put(_ files: [PublishedFile]) async throws(ShelfFailure) {
        let path = path
        try await queue.run { () throws(ShelfFailure) in
            for file in files { try Self.write(file, in: path) }
        }
    }

    public func conclude(with file: PublishedFile) async throws(ShelfFailure) {
        let path = path
        try await queue.run { () throws(ShelfFailure) in
            // One call for thousands of small files, and for the folders they are in.
            sync()
            try Self.write(file, in: path)
            sync()
        }
    }

    public func prune(_ name: String, keeping kept: String?) async throws(ShelfFailure) {
        let place = path + "/" + name
        try await queue.run { () throws(ShelfFailure) in
            let files = FileManager.default
            guard files.fileExists(atPath: place) else { return }
            do {
                for found in try files.contentsOfDirectory(atPath: place) where found != kept {
                    try files.removeItem(atPath: place + "/" + found)
                }
                if kept == nil { try files.removeItem(atPath: place) }
            } catch {
                throw .notWritten(place: place, DurableFile.reason())
            }
        }
    }

    private static func write(_ file: PublishedFile, in folder: String) throws(ShelfFailure) {
        let place = folder + "/" + file.path
        do {
            try FileManager.default.createDirectory(
                atPath: DurableFile.parent(of: place), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755])
            let draft = place + DurableFile.draftSuffix
            try Data(file.bytes).write(to: URL(fileURLWithPath: draft))
            guard unsafe chmod(draft, 0o644) == 0, unsafe rename(draft, place) == 0 else {
                throw DurableFile.reason()
            }
        } catch let reason as NotWritten {
            throw .notWritten(place: place, reason)
        } catch {
            throw .notWritten(place: place, DurableFile.reason())
        }
    }
}
