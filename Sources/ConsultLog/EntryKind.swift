/// What an entry of the consult log records.
public enum EntryKind: String, Hashable, Sendable, CaseIterable {
    /// The intent to look something up; durable before the source is asked.
    case asked
    /// What came of it.
    case answered
    /// A request that no right allowed.
    case refused
    /// An intent whose outcome a dead writer did not record; it counts as consulted.
    case interrupted
}
