import CanonicalJSON
import Facts

/// One registration in an answer of the vehicle register, cut down to what was asked.
struct DIVItem: Sendable {
    let registration: VehicleRegistration
    /// `startSituationDate`, from which the registration is as it stands.
    let start: IncompleteDate?

    init?(_ item: inout JSONReader, of resource: DIVResource, _ attributes: Set<AttributeID>) {
        let read: Self?
        switch resource {
        case .registrations: read = Self.vehicle(&item, attributes)
        case .registrationsTitular: read = Self.holder(&item)
        }
        guard let read else { return nil }
        self = read
    }

    private init(_ registration: VehicleRegistration, start: IncompleteDate?) {
        self.registration = registration
        self.start = start
    }

    private static func vehicle(
        _ item: inout JSONReader, _ attributes: Set<AttributeID>
    ) -> DIVItem? {
        let licence = item.object("license") { DIVLicence(&$0, attributes) }
        guard let licence else { return nil }
        var registration = VehicleRegistration(plate: licence.plate)
        if attributes.contains(.vehicleStatus) {
            registration.status = licence.status
            registration.since = licence.start
        }
        registration.plateType = licence.plateType
        if item.has("vehicle") {
            let vehicle = item.object("vehicle") { vehicle in
                registration.read(&vehicle, attributes)
                return true
            }
            guard vehicle != nil else { return nil }
        }
        return DIVItem(registration, start: licence.start)
    }

    /// In the published answer about a holder the plate stands inside `titular`.
    private static func holder(_ item: inout JSONReader) -> DIVItem? {
        let outer = item.optionalObject("license") { DIVLicence(&$0, []) }
        var inner: DIVLicence?
        let holder = item.object("titular") { titular in
            inner =
                outer == nil
                ? titular.object("license") { DIVLicence(&$0, []) }
                : titular.optionalObject("license") { DIVLicence(&$0, []) }
            return VehicleHolder(&titular)
        }
        guard let holder, let licence = outer ?? inner else { return nil }
        var registration = VehicleRegistration(plate: licence.plate)
        registration.holder = holder
        return DIVItem(registration, start: licence.start)
    }
}
