public import AccessRights

/// The clear part of an entry, by kind.
public enum EntryBody: Hashable, Sendable {
    case asked(Asked)
    case answered(Answered)
    case refused(Refused)
    case interrupted(Interrupted)
    case audited(Audited)
    case keyRetired(KeyRetired)
    case keyRotated(KeyRotated)
    case holdChanged(HoldChanged)
    case continued(Continued)
    case rightChanged(RightChanged)
    case referenceChanged(ReferenceChanged)
    case officialChanged(OfficialChanged)
    case delegationChanged(DelegationChanged)

    public var kind: EntryKind {
        switch self {
        case .asked: .asked
        case .answered: .answered
        case .refused: .refused
        case .interrupted: .interrupted
        case .audited: .audited
        case .keyRetired: .keyRetired
        case .keyRotated: .keyRotated
        case .holdChanged: .holdChanged
        case .continued: .continued
        case .rightChanged: .rightChanged
        case .referenceChanged: .referenceChanged
        case .officialChanged: .officialChanged
        case .delegationChanged: .delegationChanged
        }
    }

    /// How long the entry is kept, and under which keys its confidential fields are boxed.
    public var retention: RetentionClass {
        switch self {
        case .asked(let asked): asked.request.retention
        case .answered(let answered): answered.retention
        case .refused(let refused): refused.request.retention
        case .interrupted(let interrupted): interrupted.retention
        case .audited(let audited): audited.retention
        case .keyRetired(let retired): retired.retention
        case .keyRotated(let rotated): rotated.retention
        case .holdChanged(let changed): changed.retention
        case .continued(let continued): continued.retention
        case .rightChanged(let changed): changed.retention
        case .referenceChanged(let changed): changed.retention
        case .officialChanged(let changed): changed.retention
        case .delegationChanged(let changed): changed.retention
        }
    }

    /// The intent of which it is the outcome.
    public var asked: AskedReference? {
        switch self {
        case .answered(let answered): answered.asked
        case .interrupted(let interrupted): interrupted.asked
        case .asked, .refused, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            nil
        }
    }
}
