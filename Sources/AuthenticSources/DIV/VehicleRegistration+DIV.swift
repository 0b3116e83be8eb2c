import CanonicalJSON
import Facts

extension VehicleRegistration {
    /// Reads from `vehicle` what was asked.
    mutating func read(_ vehicle: inout JSONReader, _ attributes: Set<AttributeID>) {
        if attributes.contains(.vehicleCategory) { category = vehicle.coded("category") }
        if attributes.contains(.vehicleMake) { make = vehicle.words("makeName") }
        if attributes.contains(.vehicleModel) { model = vehicle.words("commercialName") }
        if attributes.contains(.vehicleColours) { colours = vehicle.codedList("colour") }
        if attributes.contains(.vehicleMaximumMass) {
            maximumMass = vehicle.measure("technicPermissibleMaxMass")
        }
        if attributes.contains(.vehicleDimensions) {
            length = vehicle.measure("sizeLength")
            height = vehicle.measure("sizeHeight")
        }
        if attributes.contains(.vehicleFirstRegistered) {
            firstRegistered = vehicle.date("firstRegistrationDate")
        }
        if attributes.contains(.vehicleFuels) { fuels = Self.fuels(&vehicle) }
        if attributes.contains(.vehicleIdentificationNumber) {
            identificationNumber = vehicle.words("vin").map(VehicleIdentificationNumber.init)
        }
    }

    /// The fuels of all engines, in the order of the register.
    private static func fuels(_ vehicle: inout JSONReader) -> [Fuel]? {
        vehicle.optionalObjects("engine") { engine in
            engine.has("fuel")
                ? engine.objects("fuel") { fuel -> Fuel? in
                    let norm = fuel.words("euroNormCode")
                    return CodedValue(&fuel).map { Fuel(fuel: $0, euroNorm: norm) }
                } : []
        }.map { $0.flatMap { $0 } }
    }
}
