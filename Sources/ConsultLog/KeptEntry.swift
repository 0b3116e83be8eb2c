/// An entry whose bytes are still there, where it stands, and to which consult it belongs.
public struct KeptEntry: Hashable, Sendable {
    public let id: EntryID
    public let consult: ConsultID
    public let stored: StoredEntry

    public init(id: EntryID, consult: ConsultID, stored: StoredEntry) {
        self.id = id
        self.consult = consult
        self.stored = stored
    }
}
