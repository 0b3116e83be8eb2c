/// How far an import has come.
public struct KBOProgress: Hashable, Sendable {
    /// What the import is doing.
    public enum Stage: Hashable, Sendable {
        /// Copies the replica, so that an update never touches the one in use.
        case copying
        /// Reads this file of the archive.
        case reading(file: String)
        /// Builds the indexes.
        case indexing
        /// Lets SQLite check what was written.
        case checking
    }

    public var stage: Stage
    /// Rows read so far, over all files.
    public var rows: Int
    /// Bytes read so far, decompressed.
    public var bytes: Int
    /// Bytes that will be read in all, decompressed.
    public var totalBytes: Int
}
