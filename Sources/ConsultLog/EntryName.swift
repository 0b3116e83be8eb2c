/// By what an entry is found without its position.
public struct EntryName: Hashable, Sendable {
    public let id: EntryID
    public let consult: ConsultID

    public init(_ id: EntryID, of consult: ConsultID) {
        self.id = id
        self.consult = consult
    }
}
