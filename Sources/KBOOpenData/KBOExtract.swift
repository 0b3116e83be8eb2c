public import Facts

/// One monthly or daily issue of the open data.
public struct KBOExtract: Hashable, Sendable {
    /// What an archive holds.
    public enum Kind: String, Hashable, Sendable {
        /// All that is active on the day of the snapshot.
        case full
        /// What changed since the extract before.
        case update
    }

    /// `ExtractNumber`; an update carries the number of the state that it leads to.
    public let number: Int
    /// `SnapshotDate`, the day whose state it shows.
    public let snapshot: CalendarDate

    public init(number: Int, snapshot: CalendarDate) {
        self.number = number
        self.snapshot = snapshot
    }

    /// The name under which answers from the replica can be traced, `kbo-140-2025-05-30`.
    public var name: String { "kbo-\(number)-\(snapshot.text)" }
}
