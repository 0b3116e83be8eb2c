public import ConsultLog
public import TransparencyLogs

/// What is wrong with a log, and where. Entries are named by their index in the tree, from 0.
public enum LogDeviation: Error, Hashable, Sendable {
    /// The log does not have what a log of its size has.
    case missing(LogResource)
    /// What stands there is no checkpoint.
    case checkpoint(CheckpointFailure)
    /// The checkpoint does not satisfy the policy.
    case distrusted(PolicyViolation)
    /// The older checkpoint does not satisfy the policy.
    case olderDistrusted(PolicyViolation)
    /// The older checkpoint is of another log.
    case otherLog
    /// The log is smaller than it was: entries were taken away.
    case shrunk(from: UInt64, to: UInt64)
    /// The log at the older checkpoint's size was another one.
    case forked(size: UInt64)
    /// The length of a tile is not that of its hashes.
    case tileLength(TileCoordinate)
    /// A bundle is not made of as many entries as it must have.
    case bundle(EntryBundleCoordinate, EntryBundleFailure)
    /// The entry and the hash in the tile above it differ.
    case leafDiffers(index: UInt64)
    /// A hash in a tile is not that of what stands below it, counted along the level.
    case hashDiffers(level: Int, index: UInt64)
    /// The tiles do not add up to the root of the checkpoint.
    case wrongRoot(size: UInt64)
    /// The bytes of an entry are not written as an entry is: from this byte on.
    case notAnEntry(index: UInt64, offset: Int)
    /// The bytes of an entry are none.
    case entry(index: UInt64, EntryFailure)
    /// The entry closes an intent that does not stand before it.
    case noIntent(index: UInt64)
    /// The entry closes an intent of another consult, or something that is no intent.
    case otherIntent(index: UInt64)
    /// More entries have no bytes than retirements account for; this is the first without.
    case emptied(index: UInt64, count: UInt64, retired: UInt64)
}

extension LogDeviation: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let resource): "\(resource.path) is missing"
        case .checkpoint(let failure): "the checkpoint is none: \(failure)"
        case .distrusted(let violation): "the checkpoint is not to be trusted: \(violation)"
        case .olderDistrusted(let violation):
            "the older checkpoint is not to be trusted: \(violation)"
        case .otherLog: "the older checkpoint is of another log"
        case .shrunk(let from, let to): "the log had \(from) entries and has \(to)"
        case .forked(let size): "the first \(size) entries are not those of the older checkpoint"
        case .tileLength(let tile): "\(tile.path) does not have \(tile.width) hashes"
        case .bundle(let bundle, let failure):
            switch failure {
            case .cutOff(let entry):
                "\(bundle.path) ends within entry \(bundle.firstEntry + UInt64(entry))"
            case .tooFewEntries(let expected, let actual):
                "\(bundle.path) has \(actual) entries instead of \(expected)"
            case .tooManyEntries(let expected):
                "\(bundle.path) has more than \(expected) entries"
            case .tooLong(let entry):
                "entry \(bundle.firstEntry + UInt64(entry)) is too long"
            }
        case .leafDiffers(let index):
            "entry \(index) is not the one whose hash stands in its tile"
        case .hashDiffers(let level, let index):
            "hash \(index) of tile level \(level) is not that of what stands below it"
        case .wrongRoot(let size):
            "the \(size) entries do not add up to the root of the checkpoint"
        case .notAnEntry(let index, let offset):
            "entry \(index) is not in the form of an entry, at byte \(offset)"
        case .entry(let index, let failure): "entry \(index) is none: \(failure)"
        case .noIntent(let index):
            "entry \(index) is the outcome of an intent that does not stand before it"
        case .otherIntent(let index):
            "entry \(index) is the outcome of something that is no intent of its consult"
        case .emptied(let index, let count, let retired):
            """
            \(count) entries have no bytes, the first being \(index), and the log says of \
            \(retired) that they were retired
            """
        }
    }
}
