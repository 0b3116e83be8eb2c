/// The authentic sources that the gateway asks.
public struct Sources: Sendable {
    public let nationalRegister: any NationalRegister
    public let drivingLicences: any DrivingLicenceRegister
    public let vehicles: any VehicleRegister
    public let enterprises: any EnterpriseRegister
    /// How long one look-up may take.
    public let deadline: Duration

    public init(
        nationalRegister: any NationalRegister, drivingLicences: any DrivingLicenceRegister,
        vehicles: any VehicleRegister, enterprises: any EnterpriseRegister, deadline: Duration
    ) {
        self.nationalRegister = nationalRegister
        self.drivingLicences = drivingLicences
        self.vehicles = vehicles
        self.enterprises = enterprises
        self.deadline = deadline
    }
}
