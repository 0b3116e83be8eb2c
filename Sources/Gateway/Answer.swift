public import ConsultLog
public import Facts

/// A fact, and where it came from.
public struct Answer<Fact: Sendable>: Sendable {
    public let consult: ConsultID
    public let fact: Fact
    /// When the source gave it.
    public let asOf: Timestamp

    public init(consult: ConsultID, fact: Fact, asOf: Timestamp) {
        self.consult = consult
        self.fact = fact
        self.asOf = asOf
    }
}
