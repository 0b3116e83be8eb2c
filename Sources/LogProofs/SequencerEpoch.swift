/// Which sequencer of a log is the one: every new one has a larger number, and the older ones can
/// no longer advance the tree.
public struct SequencerEpoch: Hashable, Sendable, Comparable {
    public let number: Int64

    public init(_ number: Int64) { self.number = number }

    public static func < (left: SequencerEpoch, right: SequencerEpoch) -> Bool {
        left.number < right.number
    }
}
