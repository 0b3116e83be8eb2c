public import AccessRights

/// The clear part of an entry, by kind.
public enum EntryBody: Hashable, Sendable {
    case asked(Asked)
    case answered(Answered)
    case refused(Refused)
    case interrupted(Interrupted)

    public var kind: EntryKind {
        switch self {
        case .asked: .asked
        case .answered: .answered
        case .refused: .refused
        case .interrupted: .interrupted
        }
    }

    /// How long the entry is kept, and under which keys its confidential fields are boxed.
    public var retention: RetentionClass {
        switch self {
        case .asked(let asked): asked.request.retention
        case .answered(let answered): answered.retention
        case .refused(let refused): refused.request.retention
        case .interrupted(let interrupted): interrupted.retention
        }
    }
}
