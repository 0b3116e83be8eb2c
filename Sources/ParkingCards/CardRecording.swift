/// What became of an attempt to record a card.
public enum CardRecording: Hashable, Sendable {
    /// It is in the register, durably; its rank counts from 1.
    case recorded(rank: Int)
    /// Nothing was written: so many cards already count.
    case quotaExceeded(live: Int)
    /// Nothing was written: the plate has a card in the municipality.
    case plateHasCard
}
