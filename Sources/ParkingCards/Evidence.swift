public import ConsultLog
public import Facts

/// What one question gave, and where the answer can be found back.
public struct Evidence<Value: Hashable & Sendable>: Hashable, Sendable {
    /// A value, or why there is none.
    public enum Finding: Hashable, Sendable {
        case known(Value)
        case unknown(EvidenceGap)
    }

    /// On what the answer rests.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        case source
        case supportingDocument
        case declaration
    }

    public let finding: Finding
    /// The logged consult; `nil` for the card register, which is the municipality's own, for what
    /// does not come from a source, and when no consult could be recorded.
    public let consult: ConsultID?
    /// The moment for which the answer holds.
    public let asOf: Timestamp
    public let basis: Basis

    public init(
        _ finding: Finding, consult: ConsultID?, asOf: Timestamp, basis: Basis = .source
    ) {
        self.finding = finding
        self.consult = consult
        self.asOf = asOf
        self.basis = basis
    }

    /// The value, when it is known.
    public var value: Value? {
        if case .known(let value) = finding { value } else { nil }
    }

    /// Evidence of the same consult with another finding.
    func with<Other>(_ finding: Evidence<Other>.Finding) -> Evidence<Other> {
        Evidence<Other>(finding, consult: consult, asOf: asOf)
    }
}
