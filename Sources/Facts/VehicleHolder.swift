/// In whose name a vehicle is registered (titularis, titulaire).
public enum VehicleHolder: Hashable, Sendable, Redacted {
    case person(SSIN)
    case enterprise(EnterpriseNumber)
    /// A key that is neither: test numbers and foreign keys occur. It can be compared, no more.
    case other(key: String)
    /// The register gave no key.
    case unnamed
}
