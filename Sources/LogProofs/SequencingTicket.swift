/// Names a durable entry that has no index yet, in the storage's own way.
public struct SequencingTicket: Hashable, Sendable {
    public let number: Int64

    public init(_ number: Int64) { self.number = number }
}
