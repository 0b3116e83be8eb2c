public import Facts

/// One invented vehicle with its registration.
public struct SyntheticVehicle: Hashable, Sendable, Redacted {
    public let plate: Plate
    public let holder: SyntheticHolder
    public let status: SyntheticRegistrationStatus
    /// `M1`, `N1`, `N2`: with its technically permissible mass in kilograms.
    public let category: SyntheticVehicleCategory
    public let maximumMass: Int
    /// In millimetres; `nil` for the many vehicles of which the register has none.
    public let length: Int?
    public let height: Int?
    /// `NM` for an ordinary plate.
    public let plateType: CodedValue
    public let make: String
    public let model: String
    public let colour: CodedValue
    public let fuel: CodedValue
    public let euroNorm: String
    public let firstRegistered: CalendarDate
    /// Later than ``firstRegistered`` when the plate was handed on to a new holder.
    public let since: CalendarDate
    public let wasHandedOn: Bool
    public let identificationNumber: VehicleIdentificationNumber
    public let language: Language

    /// Seventeen characters, as the simulated register writes them.
    public var vin: String { identificationNumber.text }
}
