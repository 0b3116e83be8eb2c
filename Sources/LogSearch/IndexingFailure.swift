/// Why entries could not be indexed. Nothing is lost by it: the indexing goes on where it stopped.
public enum IndexingFailure: Error, Hashable, Sendable {
    case index(IndexFailure)
    /// The log cannot be read now.
    case logUnreadable
}

extension IndexingFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .index(let failure): failure.description
        case .logUnreadable: "the log cannot be read"
        }
    }
}
