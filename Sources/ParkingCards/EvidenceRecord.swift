public import ConsultLog
public import Facts

/// The trace of one answer in a decision: by whom, in which consult, when. Not the answer itself,
/// which the condition's outcome tells.
public struct EvidenceRecord: Hashable, Sendable {
    public let source: EvidenceSource
    /// `nil` for the card register, and when no consult could be recorded.
    public let consult: ConsultID?
    public let asOf: Timestamp

    init<Value>(_ evidence: Evidence<Value>, from source: EvidenceSource) {
        self.source = source
        consult = evidence.consult
        asOf = evidence.asOf
    }
}
