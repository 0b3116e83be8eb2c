import CanonicalJSON
import Facts

extension RegistrationDocument {
    /// In whose name: a person of the National Register or an organisation of the Crossroads Bank
    /// for Enterprises.
    static func titular(_ vehicle: SyntheticVehicle, _ population: Population) -> JSONValue {
        switch vehicle.holder {
        case .person(let ssin):
            let person = population.person(ssin)
            return [
                "type": "P", "source": ssin.kind == .bis ? "BIS" : "RRN",
                "person": [
                    "nationalNr": ["identificator": .string(ssin.digits)],
                    "lastName": [.string(person?.lastName ?? "")],
                    "firstName": .array((person?.firstNames ?? []).map { .string($0) }),
                    "birthYear": .string(person.flatMap(birthYear) ?? ""),
                ],
                "contactInfo": contact(person?.address, vehicle.language),
            ]
        case .enterprise(let enterprise):
            return [
                "type": "O", "source": "KBO",
                "organisation": [
                    "companyNr": ["identificator": .string(enterprise.number.digits)],
                    "organisationName": ["string": .string(enterprise.name), "lang": "nl"],
                    "namePrintable": .string(enterprise.name),
                    "isLeaseCompany": .bool(enterprise.isLeaseCompany),
                    "contactInfo": contact(enterprise.seat, vehicle.language),
                ],
            ]
        }
    }

    private static func birthYear(_ person: SyntheticPerson) -> String? {
        person.birthDate.earliest.map { String($0.year) }
    }

    private static func contact(_ address: SyntheticAddress?, _ language: Language) -> JSONValue {
        guard let address else { return [:] }
        var object: JSONObject = [
            "streetName": ["string": .string(address.street[language])],
            "houseNumber": .string(address.houseNumber),
            "postalCode": .string(address.postCode),
            "cityNisCode": .string(address.municipality.digits),
            "cityName": ["string": .string(address.municipalityName[language])],
        ]
        if let box = address.box { object["box"] = .string(box) }
        return ["registrationAddress": .object(object), "address": .object(object)]
    }
}
