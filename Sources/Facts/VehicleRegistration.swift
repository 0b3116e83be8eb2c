/// The registration of a vehicle with the DIV, cut down to what was asked.
public struct VehicleRegistration: Hashable, Sendable, Redacted {
    public let plate: Plate
    public var status: RegistrationStatus?
    /// The start of the present situation.
    public var since: IncompleteDate?
    /// The DIV's plate type, `NM` for an ordinary plate.
    public var plateType: CodedValue?
    /// The European category (`M1`, `N1`, …; directive 2007/46/EC).
    public var category: CodedValue?
    public var make: String?
    public var model: String?
    public var colours: [CodedValue]?
    /// Technically permissible maximum mass in kilograms.
    public var maximumMass: Int?
    /// Length in millimetres.
    public var length: Int?
    /// Height in millimetres.
    public var height: Int?
    public var firstRegistered: IncompleteDate?
    public var fuels: [Fuel]?
    public var identificationNumber: VehicleIdentificationNumber?
    public var holder: VehicleHolder?

    public init(plate: Plate) { self.plate = plate }
}
