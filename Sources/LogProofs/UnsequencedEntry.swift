/// A durable entry that has no index yet.
public struct UnsequencedEntry: Hashable, Sendable {
    public let ticket: SequencingTicket
    public let bytes: [UInt8]

    public init(ticket: SequencingTicket, bytes: [UInt8]) {
        self.ticket = ticket
        self.bytes = bytes
    }
}
