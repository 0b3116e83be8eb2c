import Facts
import Testing

@Suite("Nothing personal prints itself")
struct HidingTests {
    /// A struct of somebody else's, with no care taken.
    struct Careless {
        let name = "careless"
        let fact: Any
        let facts: [Any]
        let perhaps: Any?
    }

    @Test("a fact shows its type alone, however it is printed")
    func hides() throws {
        for fact in try Self.facts() {
            let careless = Careless(fact: fact, facts: [fact], perhaps: fact)
            for text in Self.everyPrint(of: fact) + Self.everyPrint(of: careless) {
                for secret in Self.secrets where text.contains(secret) {
                    Issue.record("\(type(of: fact)) shows its content")
                }
            }
            #expect(Mirror(reflecting: fact).children.isEmpty)
        }
    }

    @Test("keys, sets and dictionaries of identifiers hide them too")
    func hidesInCollections() throws {
        let ssin = try SSIN(parsing: Self.ssin)
        let plate = try Plate(parsing: Self.plate)
        let texts =
            Self.everyPrint(of: [ssin: plate]) + Self.everyPrint(of: Set([ssin]))
            + Self.everyPrint(of: (ssin, plate))
            + Self.everyPrint(of: Result<SSIN, Never>.success(ssin))
            + Self.everyPrint(of: [VitalStatus.deceased(on: .year(1987)): [ssin]])
        for text in texts {
            #expect(!Self.secrets.contains { text.contains($0) })
        }
    }

    @Test("an error about an identifier does not hold it")
    func errors() {
        let wrong = "68070201351"
        #expect { try SSIN(parsing: wrong) } throws: { error in
            Self.everyPrint(of: error).allSatisfy { !$0.contains(wrong) && !$0.contains("680702") }
        }
        #expect { try EnterpriseNumber(parsing: "1990000135") } throws: { error in
            Self.everyPrint(of: error).allSatisfy { !$0.contains("1990000135") }
        }
    }

    private static func everyPrint(of value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        var printed = ""
        print(value, to: &printed)
        var debugged = ""
        debugPrint(value, to: &debugged)
        return [
            "\(value)", String(describing: value), String(reflecting: value), dumped, printed,
            debugged, "\(Optional(value) as Any)", "\([value])",
        ]
    }

    private static let ssin = "85073003328"
    private static let plate = "1QQQ987"

    /// What stands in the facts below and must not come out.
    private static let secrets = [
        ssin, plate, "1990000134", "1990.000.134", "Zwaluw", "Vlinder", "1987", "Kastanje",
        "21015", "2199000041", "VF1ZZZ", "secret",
    ]

    private static func facts() throws -> [Any] {
        let ssin = try SSIN(parsing: ssin)
        let plate = try Plate(parsing: plate)
        let number = try EnterpriseNumber(parsing: "1990000134")
        let unit = try EstablishmentUnitNumber(base: 21_990_000)
        let date = try IncompleteDate(parsing: "1987-06-05")
        let day = try CalendarDate(parsing: "1987-06-05")
        let code = CodedValue(code: "secret", label: "secret label")
        let name = PersonName(lastName: "Zwaluw", firstNames: ["Vlinder"])
        let address = Address(
            street: "Kastanjelaan", houseNumber: "1987", postCode: "1030",
            municipality: NISCode(.schaerbeek), locality: "Zwaluwdorp")
        let residence = Residence(address: address, since: date)
        let managing = ManagingMunicipality.municipality(NISCode(.schaerbeek), since: date)
        let birthPlace = BirthPlace(place: code, text: "Zwaluwdorp")
        let inscription = RegisterInscription(register: .other(code: "secret"), since: date)
        let civilState = CivilState(state: code, since: date)
        let member = HouseholdMember(ssin: ssin, name: name, relation: code, since: date)
        let vin = VehicleIdentificationNumber("VF1ZZZ")
        let fuel = Fuel(fuel: code, euroNorm: "secret")
        let denomination = EnterpriseName(text: "Zwaluw", kind: .name, language: "2")
        let establishment = Establishment(number: unit, started: day, address: address)

        var person = Person(ssin: ssin)
        person.name = name
        person.birthDate = date
        person.birthPlace = birthPlace
        person.mainResidence = residence
        person.managingMunicipality = managing
        person.register = inscription
        person.civilState = civilState
        person.vitalStatus = .deceased(on: date)
        var licence = DrivingLicence(informationType: "194")
        licence.issued = date
        licence.kind = code
        var vehicle = VehicleRegistration(plate: plate)
        vehicle.holder = .person(ssin)
        vehicle.make = "Zwaluw"
        vehicle.identificationNumber = vin
        vehicle.fuels = [fuel]
        var enterprise = Enterprise(number: number)
        enterprise.names = [denomination]
        enterprise.establishments = [establishment]
        enterprise.started = day

        return [
            ssin, plate, number, unit, code, name, address, residence, managing, birthPlace,
            inscription, civilState, member, vin, fuel, denomination, establishment, person,
            licence,
            vehicle, enterprise, VitalStatus.deceased(on: date),
            ManagingMunicipality.removed(code, since: date),
            Household(members: [member], isCollective: false), HouseholdHead.another(ssin),
            VehicleHolder.person(ssin), VehicleHolder.enterprise(number),
            VehicleHolder.other(key: "secret"),
        ]
    }
}
