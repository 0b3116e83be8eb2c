/// An authentic source (authentieke bron, source authentique).
public enum Source: String, Hashable, Sendable, CaseIterable {
    case nationalRegister
    case drivingLicences
    case vehicleRegister
    case enterpriseRegister
}
