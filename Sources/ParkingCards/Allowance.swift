/// How many visits somebody may let park in a year.
public struct Allowance: Hashable, Sendable {
    /// The number for whoever has reached an age.
    public struct Scale: Hashable, Sendable {
        public let fromAge: Int
        public let visits: Int
    }

    /// How long one visit lasts.
    public let unit: ParkingPeriod
    /// For how long the number holds.
    public let per: Term
    public let visits: DatedValues<Int>
    /// Visits given without payment.
    public let free: Int
    /// For the elderly; one scale at most.
    public let scale: Scale?
}
