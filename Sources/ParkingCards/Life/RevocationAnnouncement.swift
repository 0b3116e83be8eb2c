public import Facts

/// When the holder was to be told that a card ends.
public struct RevocationAnnouncement: Hashable, Sendable {
    public let on: CalendarDate
    /// How many notices there were before; those are of something else.
    public let earlierNotices: Int
}
