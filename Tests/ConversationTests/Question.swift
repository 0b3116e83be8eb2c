import CanonicalJSON
import Facts
import SourceSimulators

/// A request to the API.
struct Question: Sendable {
    let path: String
    let body: JSONValue

    init(_ path: String, _ body: JSONValue) {
        self.path = path
        self.body = body
    }

    /// Under the tests' own authorisation, which is about everyone.
    static func person(_ ssin: SSIN, _ attributes: JSONValue...) -> Question {
        Question(
            "/v1/persons/get",
            [
                "ssin": .string(ssin.digits), "purpose": "driver-checks",
                "select": .array(attributes.isEmpty ? ["person.name"] : attributes),
            ])
    }

    static func licences(_ ssin: SSIN) -> Question {
        Question(
            "/v1/drivingLicences/get",
            [
                "ssin": .string(ssin.digits), "purpose": "driver-checks",
                "select": ["drivingLicence"],
            ])
    }

    static func household(_ ssin: SSIN) -> Question {
        Question(
            "/v1/households/get",
            [
                "ssin": .string(ssin.digits), "purpose": "social-housing", "dossier": "D-1",
                "select": ["household"],
            ])
    }

    static func vehicle(_ plate: Plate?) -> Question {
        Question(
            "/v1/vehicles/get",
            [
                "plate": .string(plate?.text ?? ""), "purpose": "vehicle-tax",
                "select": ["vehicle.status", "vehicle.make", "vehicle.holder"],
            ])
    }

    static func enterprise(_ number: EnterpriseNumber) -> Question {
        Question(
            "/v1/enterprises/get",
            [
                "enterpriseNumber": .string(number.digits), "purpose": "vehicle-tax",
                "select": ["enterprise.status", "enterprise.names"],
            ])
    }

    static func isResident(_ ssin: SSIN) -> Question {
        verification("isResidentOf", ["ssin": .string(ssin.digits), "municipality": "21015"])
    }

    static func isRegistered(_ plate: Plate?) -> Question {
        verification("vehicleIsRegistered", ["plate": .string(plate?.text ?? "")])
    }

    static func card(_ character: DemoCharacter) -> Question {
        Question(
            "/v1/parkingCards/assessments",
            [
                "municipality": "21015", "cardType": "resident", "purpose": "parking-cards",
                "language": "en", "applicant": ["ssin": .string(character.ssin.digits)],
                "vehicle": ["plate": .string(character.plate?.text ?? "")],
            ])
    }

    private static func verification(_ predicate: String, _ fields: JSONObject) -> Question {
        var body = fields
        body["predicate"] = .string(predicate)
        body["purpose"] = "parking-cards"
        return Question("/v1/verifications", .object(body))
    }
}
