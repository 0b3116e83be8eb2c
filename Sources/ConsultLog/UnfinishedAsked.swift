import AccessRights

/// An intent whose outcome is not recorded.
struct UnfinishedAsked {
    let asked: AskedReference
    let consult: ConsultID
    let ordinal: Int
    let retention: RetentionClass

    /// Reads an entry that the storage says is unfinished; `nil` when it is no `asked`.
    init?(_ stored: StoredEntry) {
        guard let entry = try? Entry(parsing: stored.bytes), case .asked(let intent) = entry.body
        else { return nil }
        asked = AskedReference(id: entry.id, leaf: entry.leafHash)
        consult = entry.consult
        ordinal = entry.ordinal
        retention = intent.request.retention
    }
}
