import AccessRights
import CanonicalJSON
import ConsultLog
import Facts

/// The fields that requests have in common.
extension JSONReader {
    mutating func ssin(_ name: String) -> SSIN? {
        identifier(name, .ssin, structure: .ssinStructure) { text throws(InvalidIdentifier) in
            try SSIN(parsing: text)
        }
    }

    mutating func enterpriseNumber(_ name: String) -> EnterpriseNumber? {
        identifier(name, .enterpriseNumber, structure: .enterpriseNumberStructure) {
            text throws(InvalidIdentifier) in try EnterpriseNumber(parsing: text)
        }
    }

    mutating func establishmentUnitNumber(_ name: String) -> EstablishmentUnitNumber? {
        identifier(name, .establishmentUnitNumber, structure: .establishmentUnitNumberStructure) {
            text throws(InvalidIdentifier) in try EstablishmentUnitNumber(parsing: text)
        }
    }

    mutating func plate(_ name: String) -> Plate? {
        field(name, .plate) { try Plate(parsing: $0) }
    }

    mutating func municipality(_ name: String) -> NISCode? {
        field(name, .municipality) { try NISCode(parsing: $0) }
    }

    mutating func date(_ name: String) -> CalendarDate? {
        field(name, .date) { try CalendarDate(parsing: $0) }
    }

    mutating func purpose() -> PurposeID? {
        field("purpose", .purpose) { try PurposeID(parsing: $0) }
    }

    /// The dossier, which may be absent.
    mutating func dossier() -> DossierReference? {
        optionalString("dossier", expected: FieldRule.dossier.rawValue) {
            try DossierReference(parsing: $0)
        }
    }

    /// A text that a rule describes.
    mutating func field<Value>(
        _ name: String, _ rule: FieldRule, _ parse: (String) throws -> Value?
    ) -> Value? {
        string(name, expected: rule.rawValue, parse)
    }

    mutating func report(_ rule: FieldRule, at name: String) {
        report(.invalid(expected: rule.rawValue), at: name)
    }

    /// An identifier, of which wrong check digits are told apart from a wrong form.
    private mutating func identifier<Value>(
        _ name: String, _ rule: FieldRule, structure: FieldRule,
        _ parse: (String) throws(InvalidIdentifier) -> Value
    ) -> Value? {
        guard let text = string(name) else { return nil }
        do throws(InvalidIdentifier) {
            return try parse(text)
        } catch {
            report(error.reason == .checkDigits ? structure : rule, at: name)
            return nil
        }
    }
}
