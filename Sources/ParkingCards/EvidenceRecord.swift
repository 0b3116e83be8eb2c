public import ConsultLog
public import Facts

/// The trace of one answer in a decision: by whom, in which consult, when. Not the answer itself,
/// which the condition's outcome tells.
public struct EvidenceRecord: Hashable, Sendable {
    public let source: EvidenceSource
    /// `nil` for the card register, and when no consult could be recorded.
    public let consult: ConsultID?
    public let asOf: Timestamp

    /// The trace of an answer; none where nobody was asked.
    static func traces<Value>(
        of evidence: Evidence<Value>, from source: EvidenceSource
    ) -> [EvidenceRecord] {
        if evidence.consult == nil, evidence.basis == .source,
            case .unknown(.notPublished) = evidence.finding
        {
            return []
        }
        return [EvidenceRecord(evidence, from: source)]
    }

    init<Value>(_ evidence: Evidence<Value>, from source: EvidenceSource) {
        self.source =
            switch evidence.basis {
            case .source: source
            case .supportingDocument: .supportingDocument
            case .declaration: .declaration
            }
        consult = evidence.consult
        asOf = evidence.asOf
    }
}
