/// A folder in which a log is published, such as a file server serves. Paths are those of the C2SP
/// layout, below the folder.
public protocol LogFolder: Sendable {
    /// The bytes of a file; `nil` when there is none.
    func bytes(at path: String) async throws(ShelfFailure) -> [UInt8]?

    /// Whether there is a file or a folder at a path.
    func contains(_ path: String) async throws(ShelfFailure) -> Bool

    /// Writes files; whoever reads meanwhile sees a whole file or none.
    func put(_ files: [PublishedFile]) async throws(ShelfFailure)

    /// Makes durable what was put before, and then writes the one that refers to it, durably.
    func conclude(with file: PublishedFile) async throws(ShelfFailure)

    /// Removes every file of a folder but the one of a name, and the folder when nothing is left of
    /// it. A folder that is not there is no error.
    func prune(_ folder: String, keeping name: String?) async throws(ShelfFailure)
}
