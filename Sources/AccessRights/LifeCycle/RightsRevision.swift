/// How many changes a history has: what somebody saw before they ordered the next one.
public struct RightsRevision: Hashable, Sendable, Comparable {
    public let number: Int64

    /// - Parameter number: 0 for a history without a change.
    public init(_ number: Int64) {
        precondition(number >= 0, "a history cannot have fewer changes than none")
        self.number = number
    }

    public static let start = RightsRevision(0)

    public static func < (left: RightsRevision, right: RightsRevision) -> Bool {
        left.number < right.number
    }
}
