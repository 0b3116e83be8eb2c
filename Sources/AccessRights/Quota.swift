/// How many requests an authorisation answers on one day in Belgium. One that gave nothing, because
/// the subject is outside or a source is silent, does not count; that a subject is unknown to its
/// source is an answer.
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
