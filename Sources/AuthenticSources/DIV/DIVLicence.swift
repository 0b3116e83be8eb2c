import CanonicalJSON
import Facts

/// What is read of `license`: the plate, and the state of its registration.
struct DIVLicence: Sendable {
    let plate: Plate
    let start: IncompleteDate?
    var status: RegistrationStatus?
    var plateType: CodedValue?

    init?(_ reader: inout JSONReader, _ attributes: Set<AttributeID>) {
        let plate = reader.string("plateNr", expected: "a plate") { try Plate(parsing: $0) }
        start = reader.date("startSituationDate")
        if attributes.contains(.vehicleStatus) {
            status = RegistrationStatus(
                status: reader.coded("status"), legalStatus: reader.coded("statusLegal"))
        }
        if attributes.contains(.vehiclePlateType) { plateType = reader.coded("plateType") }
        guard let plate else { return nil }
        self.plate = plate
    }
}

extension RegistrationStatus {
    /// `REG` with `NOR` is registered. Without a legal status, or with another, it is not: only
    /// that pair is published.
    fileprivate init?(status: CodedValue?, legalStatus: CodedValue?) {
        guard let status else { return nil }
        if status.code == "REG", legalStatus?.code == "NOR" {
            self = .registered
        } else {
            self = .unpublished(status: status.code, legalStatus: legalStatus?.code)
        }
    }
}
