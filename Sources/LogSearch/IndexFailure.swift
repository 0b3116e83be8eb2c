public import ConsultLog

/// Why the search index cannot be read or written. Whatever it is, the index can be made again.
public enum IndexFailure: Error, Hashable, Sendable {
    /// A block of a segment is not what was written.
    case damaged(SegmentName, block: Int)
    /// A segment cannot be read now.
    case unreadable(SegmentName)
    /// The folder of the index cannot be read now.
    case unreachable
    case notWritten(NotWritten)
    /// A segment would have entries of more data keys than it can name.
    case tooManyKeys(SegmentName)
}

extension IndexFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged(let name, let block):
            "segment \(name) of the search index is damaged at block \(block)"
        case .unreadable(let name): "segment \(name) of the search index cannot be read"
        case .unreachable: "the search index cannot be read"
        case .notWritten(let reason): "the search index cannot be written (\(reason.rawValue))"
        case .tooManyKeys(let name): "segment \(name) has entries of too many data keys"
        }
    }
}
