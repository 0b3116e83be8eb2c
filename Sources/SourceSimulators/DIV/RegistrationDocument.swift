import CanonicalJSON
import Facts

/// Writes registrations in the shape of the vehicle register's published samples.
enum RegistrationDocument {
    /// An answer of `registrations`.
    static func registrations(
        _ vehicles: [SyntheticVehicle], _ population: Population, query: String
    ) -> JSONValue {
        answer(
            "/registrations?" + query,
            vehicles.map { vehicle in
                [
                    "license": license(vehicle), "certificates": certificates(vehicle),
                    "titular": titular(vehicle, population), "transaction": transaction(vehicle),
                    "vehicle": self.vehicle(vehicle),
                ]
            })
    }

    /// An answer of `registrationsTitular`, in which licence and vehicle stand in the titular.
    static func titulars(
        _ vehicles: [SyntheticVehicle], _ population: Population, query: String
    ) -> JSONValue {
        answer(
            "/registrationsTitular?" + query,
            vehicles.map { vehicle in
                guard case .object(var titular) = titular(vehicle, population) else { return [:] }
                titular["license"] = license(vehicle)
                titular["vehicle"] = self.vehicle(vehicle)
                return ["titular": .object(titular)]
            })
    }

    private static func answer(_ path: String, _ items: [JSONValue]) -> JSONValue {
        [
            "@context": "urn:onlyonce:simulator:mobility", "self": .string(path),
            "items": .array(items), "total": .integer(Int64(items.count)),
        ]
    }

    private static func coded(_ value: CodedValue) -> JSONValue {
        var object: JSONObject = ["code": .string(value.code)]
        if let label = value.label { object["description"] = .string(label) }
        return .object(object)
    }

    private static func midnight(_ day: CalendarDate) -> JSONValue {
        .string(day.text + "T00:00:00Z")
    }

    private static func license(_ vehicle: SyntheticVehicle) -> JSONValue {
        [
            "plateNr": .string(vehicle.plate.text),
            "plateUID": .string(String(vehicle.vin.suffix(10))),
            "plateType": coded(vehicle.plateType),
            "languageCode": vehicle.language == .nl ? "NL" : "FR",
            "startSituationDate": midnight(vehicle.since),
            "lastRegistrationDate": midnight(vehicle.since),
            "status": coded(vehicle.status.code),
            "statusLegal": coded(vehicle.status.legalCode),
            "lastUpdateDateTime": midnight(vehicle.since),
        ]
    }

    private static func certificates(_ vehicle: SyntheticVehicle) -> JSONValue {
        [
            [
                "id": .string(String(vehicle.vin.suffix(9))), "beginDate": midnight(vehicle.since),
                "statusLegal": coded(vehicle.status.legalCode),
            ]
        ]
    }

    private static func transaction(_ vehicle: SyntheticVehicle) -> JSONValue {
        [
            "typeCode": "REG",
            "subTypeCode": coded(CodedValue(code: "REGNM", label: "Normale inschrijving")),
            "dateTime": midnight(vehicle.since),
            "info": [
                "plateNumberPriorTitular": .string(vehicle.wasHandedOn ? vehicle.plate.text : ""),
                "importedVehicle": false,
            ],
        ]
    }

    private static func vehicle(_ vehicle: SyntheticVehicle) -> JSONValue {
        let normal = coded(CodedValue(code: "NOR", label: "Normaal"))
        let body = coded(CodedValue(code: "AA", label: "Berline"))
        var object: JSONObject = [
            "vin": .string(vehicle.vin), "unifier": "01",
            "category": coded(
                CodedValue(code: vehicle.category.rawValue, label: vehicle.category.label)),
            "makeName": .string(vehicle.make), "commercialName": .string(vehicle.model),
            "firstRegistrationDate": .string(vehicle.firstRegistered.text),
            "firstKnownUseDate": .string(vehicle.firstRegistered.text),
            "status": normal, "statusLegal": coded(vehicle.status.legalCode),
            "statusAdministrative": normal, "codeForBodyWork": [body], "kind": body,
            "colour": [coded(vehicle.colour)],
            "technicPermissibleMaxMass": .integer(Int64(vehicle.maximumMass)),
            "massOfTheVehicleInRunningOrder": .integer(Int64(vehicle.maximumMass * 2 / 3)),
            "numberOfAxles": 2, "nrOfSeatingPositions": 5,
            "engine": [
                [
                    "engineCapacity": 999,
                    "fuel": [
                        [
                            "code": .string(vehicle.fuel.code),
                            "description": .string(vehicle.fuel.label ?? ""),
                            "euroNormCode": .string(vehicle.euroNorm), "combinedCO2": 113,
                        ]
                    ],
                ]
            ],
        ]
        object["sizeLength"] = vehicle.length.map { .integer(Int64($0)) }
        object["sizeHeight"] = vehicle.height.map { .integer(Int64($0)) }
        return .object(object)
    }
}
