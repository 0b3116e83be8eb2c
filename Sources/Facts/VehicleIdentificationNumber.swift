/// The number that the maker stamped on a vehicle (VIN, chassisnummer), as the register writes it.
public struct VehicleIdentificationNumber: Hashable, Sendable, Redacted {
    public let text: String

    public init(_ text: String) { self.text = text }
}
