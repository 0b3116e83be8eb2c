/// The state of a registration with the DIV.
///
/// Only `REG` (registered) with the legal status `NOR` (normal) is published; any other
/// combination is carried as it came, and nothing is concluded from it.
public enum RegistrationStatus: Hashable, Sendable {
    case registered
    case unpublished(status: String, legalStatus: String?)
}
