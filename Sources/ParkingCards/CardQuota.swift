public import Gateway

/// How many cards some people may have together; the holder of a new card is always among them.
public struct CardQuota: Hashable, Sendable {
    public let holders: Set<Pseudonym>
    public let maximum: Int

    public init(of maximum: Int, together holders: Set<Pseudonym>) {
        self.maximum = maximum
        self.holders = holders
    }
}
