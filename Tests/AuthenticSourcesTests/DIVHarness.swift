import CanonicalJSON
import Facts
import Synchronization

@testable import AuthenticSources
@testable import Gateway

/// The vehicle adapter over canned answers, by the path that is asked.
final class DIVHarness: Sendable {
    static let everything = Set(AttributeGroup.vehicle.attributes)
    static let plate = mark("1ABC123")

    let asked = Mutex<[String]>([])
    /// How long each question might take.
    let given = Mutex<[Duration]>([])
    private let answers: [String: SourceResponse]
    private let today: CalendarDate
    private let spending: Duration

    /// - Parameters:
    ///   - answers: what each resource answers; one that is not named knows no plate.
    ///   - today: the day in Belgium.
    ///   - spending: how long an answer takes that is waited for before the next question.
    init(
        _ answers: [DIVResource: SourceResponse],
        today: CalendarDate = KSZHarness.moment.utcDate, spending: Duration = .zero
    ) {
        self.answers = Dictionary(
            uniqueKeysWithValues: answers.map { ($0.key.rawValue, $0.value) })
        self.today = today
        self.spending = spending
    }

    convenience init(
        _ answers: [DIVResource: JSONValue], today: CalendarDate = KSZHarness.moment.utcDate,
        spending: Duration = .zero
    ) throws {
        self.init(
            try answers.mapValues { SourceResponse(status: 200, body: try $0.canonicalBytes()) },
            today: today, spending: spending)
    }

    func register(
        _ attributes: Set<AttributeID>, plate: Plate = DIVHarness.plate
    ) async throws(SourceFailure) -> VehicleRegistration? {
        let transport = CannedTransport(
            given: { [self] deadline in given.withLock { $0.append(deadline) } },
            answer: { [self] request throws(SourceFailure) in
                asked.withLock { $0.append(request.url) }
                let resource = request.url.split(separator: "?")[0].split(separator: "/").last
                return answers[String(resource ?? "")] ?? SourceResponse(status: 204, body: [])
            })
        let register = DIVVehicleRegister(
            transport: transport, baseURL: "https://div.test/v1/mobility/",
            clock: SteppingClock(step: spending), today: { [today] in today })
        let reply = try await register.registration(
            of: plate, attributes, using: KSZHarness.capability())
        switch reply.finding {
        case .found(let registration): return registration
        case .unknown: return nil
        case .replaced: throw .unintelligible(.malformed)
        }
    }

    /// One answer about one vehicle.
    static func answer(_ items: JSONValue...) -> JSONValue {
        [
            "@context": "x", "self": "/x", "items": .array(items),
            "total": .integer(Int64(items.count)),
        ]
    }

    static let licence: JSONValue = [
        "plateNr": "1ABC123", "plateType": ["code": "NM", "description": "Normaal"],
        "startSituationDate": "2020-02-20T00:00:00Z",
        "status": ["code": "REG", "description": "Ingeschreven"],
        "statusLegal": ["code": "NOR", "description": "Normaal"],
    ]

    static let vehicle: JSONValue = [
        "vin": "WVWZZZAUZLP000000", "category": ["code": "M1", "description": "Personen"],
        "makeName": "VOLKSWAGEN, VW", "commercialName": "GOLF",
        "firstRegistrationDate": "2020-02-20", "technicPermissibleMaxMass": 1850,
        "sizeLength": 4284, "sizeHeight": 1491,
        "colour": [["code": "8", "description": "Grijs"]],
        "engine": [
            [
                "engineCapacity": 999.0,
                "fuel": [["code": "10", "description": "Benzine", "euroNormCode": "6ei"]],
            ]
        ],
    ]

    static let item: JSONValue = ["license": licence, "vehicle": vehicle]

    /// A holder who is a person with a national number.
    static let person: JSONValue = [
        "type": "P", "person": ["nationalNr": ["identificator": "85073090034"]],
    ]

    static func titular(_ holder: JSONValue) -> JSONValue {
        ["titular": setting(holder, ["license"], licence)]
    }

    /// What `item` says.
    static func registration(
        _ change: (inout VehicleRegistration) -> Void = { _ in }
    ) -> VehicleRegistration {
        var registration = VehicleRegistration(plate: plate)
        registration.status = .registered
        registration.since = when("2020-02-20")
        registration.plateType = CodedValue(code: "NM", label: "Normaal")
        registration.category = CodedValue(code: "M1", label: "Personen")
        registration.make = "VOLKSWAGEN, VW"
        registration.model = "GOLF"
        registration.colours = [CodedValue(code: "8", label: "Grijs")]
        registration.maximumMass = 1850
        registration.length = 4284
        registration.height = 1491
        registration.firstRegistered = when("2020-02-20")
        registration.fuels = [
            Fuel(fuel: CodedValue(code: "10", label: "Benzine"), euroNorm: "6ei")
        ]
        registration.identificationNumber = VehicleIdentificationNumber("WVWZZZAUZLP000000")
        change(&registration)
        return registration
    }

    /// The value with a member set at a path of names, or removed.
    static func setting(_ value: JSONValue, _ path: [String], _ new: JSONValue?) -> JSONValue {
        guard let name = path.first, var object = value.object else { return value }
        let rest = Array(path.dropFirst())
        object[name] = rest.isEmpty ? new : object[name].map { setting($0, rest, new) }
        return .object(object)
    }
}

func mark(_ text: String) -> Plate {
    guard let plate = try? Plate(parsing: text) else { preconditionFailure("no plate") }
    return plate
}
