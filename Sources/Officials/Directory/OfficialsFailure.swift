/// Why the directory of officials gives no answer.
public enum OfficialsFailure: Error, Hashable, Sendable {
    /// It cannot be read.
    case unreadable
    /// Nothing was written.
    case notWritten
    /// Nobody can say whether it was written.
    case unknownOutcome
    /// A record does not open: it was changed, or the key is another.
    case damaged
    /// It was begun with another secret: with this one nobody in it would be found, and who has
    /// left would pass for somebody who was never there.
    case otherSecret
}

extension OfficialsFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable: "the directory of officials cannot be read"
        case .notWritten: "the directory of officials cannot be written"
        case .unknownOutcome:
            "nobody can say whether the directory of officials was written"
        case .damaged: "a record of the directory of officials does not open"
        case .otherSecret:
            "the directory of officials was begun with another secret of pseudonyms: put the "
                + "secret back with which it was begun"
        }
    }
}
