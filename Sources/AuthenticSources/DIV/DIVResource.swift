/// A resource of the vehicle register's interface.
enum DIVResource: String, Sendable {
    /// The registration and the vehicle.
    case registrations
    /// In whose name the vehicle is registered.
    case registrationsTitular
}
