public import ConsultLog

/// The last entry that a part of the index covers: in another log, or in one that was rolled back,
/// another entry stands there or none.
public struct EntryWitness: Hashable, Sendable {
    public let id: EntryID
    public let index: UInt64
}
