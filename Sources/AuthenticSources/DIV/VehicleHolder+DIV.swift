import CanonicalJSON
import Facts

extension VehicleHolder {
    /// Reads `titular`: a person by national number, or an organisation by enterprise number.
    ///
    /// The published samples hold test numbers that are no national numbers: such a key can be
    /// compared and no more. Names and addresses are not read.
    init?(_ titular: inout JSONReader) {
        let person = titular.optionalObject("person") { Key(&$0, "nationalNr") }
        let organisation = titular.optionalObject("organisation") { Key(&$0, "companyNr") }
        switch (person, organisation) {
        case (let person?, nil): self = .person(key: person.text)
        case (nil, let organisation?): self = .organisation(key: organisation.text)
        case (nil, nil): self = .unnamed
        case (_?, _?):
            titular.report(.invalid(expected: "one of two"), at: "organisation")
            return nil
        }
    }

    private static func person(key: String?) -> VehicleHolder {
        guard let key else { return .unnamed }
        return (try? SSIN(parsing: key)).map { .person($0) } ?? .other(key: key)
    }

    private static func organisation(key: String?) -> VehicleHolder {
        guard let key else { return .unnamed }
        return (try? EnterpriseNumber(parsing: key)).map { .enterprise($0) } ?? .other(key: key)
    }

    /// A number inside its wrapper: `{nationalNr: {identificator}}`.
    private struct Key {
        let text: String?

        init(_ reader: inout JSONReader, _ name: String) {
            text = reader.optionalObject(name) { $0.words("identificator") }
        }
    }
}
