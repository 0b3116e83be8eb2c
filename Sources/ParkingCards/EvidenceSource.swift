/// Where evidence comes from.
public enum EvidenceSource: String, Hashable, Sendable, CaseIterable {
    case nationalRegister
    case vehicleRegister
    case drivingLicences
    /// The municipality's own register of parking cards.
    case cardRegister
}
