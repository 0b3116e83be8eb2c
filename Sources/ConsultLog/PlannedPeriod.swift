/// What a retirement does to one period.
public struct PlannedPeriod: Hashable, Sendable {
    public let period: KeyPeriod
    /// The keys to destroy; none when they are gone already and only bytes are left.
    public let keys: [DataKeyID]
    /// How many entries nobody can read afterwards.
    public let entries: Int64
    /// Why it stays as it is.
    public let obstacles: [RetirementObstacle]

    public init(
        period: KeyPeriod, keys: [DataKeyID], entries: Int64, obstacles: [RetirementObstacle]
    ) {
        self.period = period
        self.keys = keys
        self.entries = entries
        self.obstacles = obstacles
    }
}
