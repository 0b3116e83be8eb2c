/// Which run of the log's writer made an entry: one more at every start, never reused.
public struct WriterEpoch: Hashable, Sendable, Comparable {
    public let number: Int64

    public init(_ number: Int64) { self.number = number }

    public static func < (left: WriterEpoch, right: WriterEpoch) -> Bool {
        left.number < right.number
    }
}
