/// Why an extract could not be read or a replica could not be made or used.
///
/// It names files, lines, columns and numbers of extracts, never what stood in a row.
public enum KBOFailure: Error, Hashable, Sendable {
    /// There is no archive at the path, or it is not a readable ZIP: cut off, damaged, encrypted.
    case unreadableArchive
    /// The archive lacks a file that every extract of its kind has.
    case missingFile(name: String)
    /// The archive holds a file that no published extract has.
    case unknownFile
    /// A row of a file is not in the published format.
    case malformed(CSVPlace, CSVDefect)
    /// A variable of `meta.csv` is missing, or has a value without published meaning.
    case metadata(variable: String)
    /// The archive is of this kind, and the other one was needed.
    case wrongKind(KBOExtract.Kind)
    /// A full extract without a single row in this file: it would make every enterprise unknown.
    case emptyFile(name: String)
    /// An update was offered and there is no replica to apply it to.
    case noReplica
    /// The update does not follow on the extract that the replica holds.
    case notTheNext(replica: Int, update: Int)
    /// The number fits, but the snapshot is not the one that can carry it.
    case otherSnapshot
    /// Another import into the same replica is under way.
    case busy
    /// The task was cancelled. The replica is as it was.
    case cancelled
    /// SQLite refused, with its extended result code.
    case storage(code: Int32)
    /// A file of the replica could not be opened, written or renamed, with the system's number.
    case file(errno: Int32)
    /// The new replica is in its place and is read, but the folder that says so could not be made
    /// durable, with the system's number: after a crash of the machine the one before it may lie
    /// there again, whole.
    case notSynced(errno: Int32)
    /// The finished replica did not pass SQLite's check, or the one in place is not a replica.
    case damaged

    /// Whether nothing has changed. After ``notSynced(errno:)`` the new replica is in use.
    public var leavesReplicaAsItWas: Bool {
        if case .notSynced = self { false } else { true }
    }
}
