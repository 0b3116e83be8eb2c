/// An entry that was read back, and where it stands.
public struct ListedEntry: Hashable, Sendable {
    public let position: LogPosition
    public let entry: Entry
}
