/// What became of a step. Only the first was made durable; of the others nothing was.
public enum CardCommitment: Hashable, Sendable {
    case committed
    /// The life changed since it was read.
    case stale
    /// The order was carried out, or its key used, meanwhile.
    case known(KnownOrder)
    /// So many other cards count, which is not the number that the decision counted.
    case counted(others: Int)
    /// So many other cards of the municipality count, which is not the number either.
    case countedInMunicipality(others: Int)
    /// Earlier applications that are not decided hold the places.
    case placeHeld
    /// No slot is free.
    case quotaFull
    case plateHasCard
    /// A renewal of the card is open, which the step would cut off from its plate.
    case alreadyRenewed
}
