/// Months that follow each other, both ends included.
public struct MonthRange: Hashable, Sendable, CustomStringConvertible {
    public let first: Month
    public let last: Month

    /// `nil` when the last month is before the first.
    public init?(from first: Month, to last: Month) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    public func contains(_ month: Month) -> Bool { first <= month && month <= last }

    public var description: String { "\(first) to \(last)" }
}
