/// Something that the applicant is told with a decision, and from which nothing follows for it.
public struct Notice: Hashable, Sendable {
    public let condition: ConditionID
    public let reason: Reason
    public let reference: LegalReference
    public let evidence: [EvidenceRecord]

    /// The code by which other systems know it.
    public var code: String {
        condition == .lowEmission ? "NOTICE_LEZ" : "NOTICE_" + reason.code
    }
}
