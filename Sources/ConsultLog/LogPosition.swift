/// The place of an entry in the order in which it was stored. Positions only grow; they have gaps,
/// and they are no index of the tree.
public struct LogPosition: Hashable, Sendable, Comparable {
    public let number: Int64

    public init(_ number: Int64) { self.number = number }

    public static func < (left: LogPosition, right: LogPosition) -> Bool {
        left.number < right.number
    }
}
