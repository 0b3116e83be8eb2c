/// An entry as the storage takes it: its bytes, and what it changes of what is still open.
public struct EntryRecord: Hashable, Sendable {
    /// What an entry does to the list of intents without an outcome.
    public enum Effect: Hashable, Sendable {
        case none
        /// An intent of which the outcome is to come.
        case opens
        /// The outcome of this intent.
        case closes(EntryID)
    }

    public let id: EntryID
    public let consult: ConsultID
    public let leafHash: LeafHash
    public let bytes: [UInt8]
    public let effect: Effect

    public init(_ entry: Entry) {
        id = entry.id
        consult = entry.consult
        leafHash = entry.leafHash
        bytes = entry.bytes
        switch entry.body {
        case .asked: effect = .opens
        case .answered(let answered): effect = .closes(answered.asked.id)
        case .interrupted(let interrupted): effect = .closes(interrupted.asked.id)
        case .refused, .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
            .referenceChanged, .officialChanged, .delegationChanged:
            effect = .none
        }
    }

    var appended: AppendedEntry { AppendedEntry(id: id, leafHash: leafHash) }
}
