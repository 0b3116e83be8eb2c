/// How many requests an authorisation allows on one day in Belgium. Attempts count, whether they are
/// answered or not.
public struct Quota: Hashable, Sendable {
    /// By all applications and officials together; `nil` when that is not bounded.
    public let perDay: Int?
    /// By each official; `nil` when that is not bounded.
    public let perOfficialPerDay: Int?

    public init(perDay: Int?, perOfficialPerDay: Int?) {
        self.perDay = perDay
        self.perOfficialPerDay = perOfficialPerDay
    }
}
