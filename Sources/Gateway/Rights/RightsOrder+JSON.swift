public import AccessRights
public import CanonicalJSON
import ConsultLog
import Facts

extension RightsOrder {
    /// Reads what an order says besides its step and its authorisation: `hash` (of the terms that
    /// the orderer saw), `validFrom` and `reason`, each of which may be absent. What is wrong is
    /// noted by the reader.
    public init(
        _ step: RightsStep, of authorisation: AuthorisationID,
        readingFrom reader: inout JSONReader
    ) {
        let version = reader.optionalString("hash", expected: "64 hexadecimal digits") {
            try AuthorisationHash(parsing: $0)
        }
        let day = reader.optionalString("validFrom", expected: "a date of the form yyyy-mm-dd") {
            try CalendarDate(parsing: $0)
        }
        let reason = reader.optionalString("reason", expected: "1 to 500 printable characters") {
            try StatedReason(parsing: $0)
        }
        self.init(step, of: authorisation, version: version, validFrom: day, because: reason)
    }
}
