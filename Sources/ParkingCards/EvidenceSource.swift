/// Where evidence comes from.
public enum EvidenceSource: String, Hashable, Sendable, CaseIterable, Comparable {
    case nationalRegister
    case vehicleRegister
    case drivingLicences
    case enterpriseRegister
    /// The municipality's own register of parking cards.
    case cardRegister
    /// A register that publishes nothing to the gateway yet.
    case otherRegister
    /// What the applicant handed in.
    case supportingDocument
    /// What an official established and answers for.
    case declaration

    public static func < (left: EvidenceSource, right: EvidenceSource) -> Bool {
        left.rawValue < right.rawValue
    }
}
