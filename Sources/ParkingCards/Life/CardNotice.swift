public import ConsultLog
public import Facts

/// Something that the holder was told, and whether that is proven.
public struct CardNotice: Hashable, Sendable, Identifiable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case decision
        case renewal
        case revocation
    }

    public enum Channel: String, Hashable, Sendable, CaseIterable {
        case eBox
        case email
        case paper
    }

    /// What proves that a notice arrived: the day, and the reference of the proof in the
    /// municipality's file (the eBox's message, the number of a registered letter).
    public struct Delivery: Hashable, Sendable {
        public let on: CalendarDate
        public let proof: String

        /// Returns `nil` unless the proof is 1 to 128 characters of printable ASCII.
        public init?(on day: CalendarDate, proof: String) {
            guard (1...128).contains(proof.utf8.count),
                proof.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else { return nil }
            on = day
            self.proof = proof
        }
    }

    public let id: UUIDv7
    public let kind: Kind
    public let channel: Channel
    public let sentOn: CalendarDate
    public internal(set) var delivery: Delivery?
}
