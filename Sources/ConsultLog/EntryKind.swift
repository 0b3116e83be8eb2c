/// What an entry of the consult log records.
public enum EntryKind: String, Hashable, Sendable, CaseIterable {
    /// The intent to look something up; durable before the source is asked.
    case asked
    /// What came of it.
    case answered
    /// A request that no right allowed.
    case refused
    /// An intent whose outcome was not recorded, because the writer died or could not write it; it
    /// counts as consulted.
    case interrupted
    /// A look into the log.
    case audited
    /// Data keys that are destroyed; whatever they boxed stays closed for ever.
    case keyRetired
    /// Another key-encryption key for the data keys, all of which stay.
    case keyRotated
    /// A legal hold that was placed or released.
    case holdChanged
    /// The first entry of a log that goes on where another had to end.
    case continued
    /// A step in the life of an authorisation.
    case rightChanged
    /// A dossier that was opened or closed in the repertory of references.
    case referenceChanged
    /// The directory of officials was changed.
    case officialChanged
    /// An official lent a role to another one, or the loan ended.
    case delegationChanged

    /// The fields that an entry of the kind can hold boxed.
    var confidentialFields: [ConfidentialField] {
        switch self {
        case .asked, .answered, .refused: [.dossier, .official, .received, .stated, .subject]
        case .interrupted: []
        case .audited: [.dossier, .official, .reason, .subject]
        case .referenceChanged: [.dossier, .official, .subject]
        case .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged:
            [.official, .reason]
        case .officialChanged, .delegationChanged: [.official, .reason, .subject]
        }
    }
}
