public import ConsultLog
public import TransparencyLogs

/// Why the tree does not grow, or a checkpoint is not made.
public enum SequencingFailure: Error, Hashable, Sendable {
    /// The storage did not do what it was asked.
    case storage(StorageFailure)
    /// Another sequencer has taken the log.
    case superseded
    /// The tree is smaller than a checkpoint that was given away: the storage was set back.
    case shortened(tree: UInt64, checkpoint: UInt64, CheckpointRole)
    /// The tree has another root at the size of a checkpoint that was given away.
    case forked(at: UInt64, CheckpointRole)
    /// The stored tiles of the tree of this size are missing, damaged, or make another root.
    case damagedTree(size: UInt64)
    /// A stored checkpoint is not one of this log and its key.
    case foreignCheckpoint(CheckpointRole, CheckpointFailure)
    /// A stored checkpoint is one of a log with another origin.
    case otherOrigin(LogOrigin, CheckpointRole)
    case shelf(ShelfFailure)
    case signing
}

extension SequencingFailure {
    /// Whether nothing but an operator can help: what is stored is not what was, or somebody else
    /// has it. The log must take nothing more and sign nothing more then.
    public var isFinal: Bool {
        switch self {
        case .superseded, .shortened, .forked, .damagedTree, .foreignCheckpoint, .otherOrigin:
            true
        case .shelf(.damaged): true
        case .storage(.syncFailed): true
        case .storage, .shelf, .signing: false
        }
    }

    /// Whether what is stored of the log is not what it was: it can be read and no more.
    public var makesReadOnly: Bool {
        switch self {
        case .shortened, .forked, .damagedTree, .shelf(.damaged): true
        case .superseded, .foreignCheckpoint, .otherOrigin, .storage, .shelf, .signing: false
        }
    }
}

extension SequencingFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .storage(let failure): "the tree cannot be stored or read (\(failure.words))"
        case .superseded: "another sequencer has taken the log"
        case .shortened(let tree, let checkpoint, let role):
            """
            the log has \(tree) entries, fewer than the \(checkpoint) of \(role.words): its \
            storage was set back, and it is read-only
            """
        case .forked(let size, let role):
            """
            the log's first \(size) entries are not those of \(role.words), and it is \
            read-only
            """
        case .damagedTree(let size):
            "the stored tiles do not make the tree of \(size) entries, and the log is read-only"
        case .foreignCheckpoint(let role, let failure):
            "\(role.words) is not one of the log's key (\(failure)): give it its key back"
        case .otherOrigin(let origin, let role):
            """
            \(role.words) is one of \(origin), not of the configured origin: give that one back to \
            log.origin, or begin a new log with onlyonce log continue
            """
        case .shelf(let failure): failure.description
        case .signing: "the checkpoint cannot be signed"
        }
    }
}

extension CheckpointRole {
    fileprivate var words: String {
        switch self {
        case .auditors: "the last checkpoint for auditors"
        case .published: "the last published checkpoint"
        case .witnessed: "the last witnessed checkpoint"
        }
    }
}

extension StorageFailure {
    fileprivate var words: String {
        switch self {
        case .notWritten(let reason): reason.rawValue
        case .unknownOutcome: "nobody knows whether it was written"
        case .syncFailed: "the disk did not keep it"
        case .unreadable: "unreadable"
        }
    }
}
