/// How many cards count together.
public struct QuotaCount: Hashable, Sendable {
    /// Whether it is known whose cards count together; `nil` when nobody needed to be asked.
    public let key: Evidence<Bool>?
    /// The number, asked of the own register once that is known.
    public let live: Evidence<Int>?

    public init(key: Evidence<Bool>?, live: Evidence<Int>?) {
        self.key = key
        self.live = live
    }
}
