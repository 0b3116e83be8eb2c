import ConsultLog
import Facts
import Gateway
import ParkingCards

/// Authentic sources that tell all about the situation of a scenario, and much that nobody asked
/// for: what of it crosses to the engine is what the gateway let through.
struct TellingSources: NationalRegister, DrivingLicenceRegister, VehicleRegister,
    EnterpriseRegister
{
    /// Texts that stand in the answers of the sources and that nobody may find behind the gateway.
    static let secrets = [
        "CANARIUS", "SERINETTE", "RUE DES CANARIS", "DES CANARIS", "4711", "CANARYMAKE",
        "CANARYVIN00000001", "canary", "1980-03-14", "1979-04-15", "2019-07-07", "2026-02-03",
        "2801", "Canarius & Co",
    ]

    let situation: Situation
    /// The municipality that the scenario is about.
    let home: NISCode
    /// The reference person of the household, when that is not the applicant.
    var head: SSIN?
    /// The number of the applicant that the present one replaced.
    var former: SSIN?

    private let label = CodedValue(code: "1", label: "canary")

    func person(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, using capability: consuming ConsultCapability
    ) throws(SourceFailure) -> SourceReply<Person> {
        try answer(situation.people)
        if let present = present(for: ssin) { return SourceReply(.replaced(by: present)) }
        var person = Person(ssin: ssin)
        person.name = PersonName(lastName: "CANARIUS", firstNames: ["SERINETTE"])
        person.birthDate = .full(World.day("1980-03-14"))
        person.birthPlace = BirthPlace(place: label, text: "canary")
        person.sex = .female
        person.civilState = CivilState(state: label, since: .full(World.day("2019-07-07")))
        let isHere = text(situation.people["nis"]) == "home"
        let municipality = isHere ? home : NISCode(.evere)
        person.managingMunicipality = .municipality(municipality, since: nil)
        person.mainResidence = Residence(
            address: Address(
                street: "RUE DES CANARIS", streetCode: "2801", houseNumber: "4711", box: "4711",
                postCode: "1040", municipality: municipality), since: nil)
        person.register = RegisterInscription(
            register: register,
            since: text(situation.people["registered_since"])
                .map { .full(World.day($0)) })
        person.vitalStatus =
            text(situation.people["alive"]) == "false"
            ? .deceased(on: .full(World.day("2026-02-03"))) : .alive
        person.addressChangePending = text(situation.people["pending_move"]) == "true"
        person.addressProtected = text(situation.people["protected"]) == "true"
        person.sharedHosting = text(situation.people["shared_custody"]) == "true"
        person.residenceUpdated = .full(World.day("2019-07-07"))
        return SourceReply(.found(person), received: ["000", "020", "140"])
    }

    func householdHead(
        of ssin: SSIN, using capability: consuming ConsultCapability
    ) throws(SourceFailure) -> SourceReply<HouseholdHead> {
        try answer(situation.people)
        if let present = present(for: ssin) { return SourceReply(.replaced(by: present)) }
        return SourceReply(.found(head.map { .another($0) } ?? .oneself))
    }

    func householdMembers(
        ofHead ssin: SSIN, using capability: consuming ConsultCapability
    ) throws(SourceFailure) -> SourceReply<Household> {
        try answer(situation.people)
        let people = [try? World.applicant(), try? World.relative()].compactMap(\.self)
        return SourceReply(
            .found(
                Household(
                    members: people.map { member in
                        HouseholdMember(
                            ssin: member,
                            name: PersonName(lastName: "CANARIUS", firstNames: ["SERINETTE"]),
                            relation: label, since: .full(World.day("2019-07-07")))
                    }, isCollective: text(situation.people["collective"]) == "true")))
    }

    func licences(
        of ssin: SSIN, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) throws(SourceFailure) -> SourceReply<[DrivingLicence]> {
        try answer(situation.licence)
        if let present = present(for: ssin) { return SourceReply(.replaced(by: present)) }
        if text(situation.licence["found"]) == "false" { return SourceReply(.found([])) }
        var licence = DrivingLicence(informationType: "194")
        let state = text(situation.licence["state"])
        licence.kind = label
        licence.isForfeited = state == "disqualified"
        licence.forfeitedSince = .full(World.day("2026-02-03"))
        licence.expires = .year(state == "expired_document" ? 2019 : 2090)
        licence.categories = text(situation.licence["covers"]) == "true" ? [.b] : [.am]
        return SourceReply(.found([licence]))
    }

    func registration(
        of plate: Plate, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) throws(SourceFailure) -> SourceReply<VehicleRegistration> {
        try answer(situation.vehicle)
        let state = text(situation.vehicle["reg"])
        if state == "not_found" { return SourceReply(.unknown) }
        var vehicle = VehicleRegistration(plate: plate)
        vehicle.status =
            state == "active" ? .registered : .unpublished(status: "canary", legalStatus: nil)
        vehicle.plateType = CodedValue(code: "NM", label: "canary")
        vehicle.category = text(situation.vehicle["cat"]).map {
            CodedValue(code: $0, label: "canary")
        }
        vehicle.make = "CANARYMAKE"
        vehicle.maximumMass = text(situation.vehicle["mass"]).flatMap { Int($0) }
        vehicle.length = text(situation.vehicle["length"]).flatMap { Double($0) }
            .map { Int($0 * 1000) }
        vehicle.fuels = [
            Fuel(
                fuel: CodedValue(
                    code: text(situation.vehicle["fuel"]) == "diesel" ? "20" : "10",
                    label: "canary"),
                euroNorm: text(situation.vehicle["euro"]))
        ]
        vehicle.firstRegistered = .full(World.day("2019-07-07"))
        vehicle.identificationNumber = VehicleIdentificationNumber("CANARYVIN00000001")
        vehicle.holder = holder
        return SourceReply(.found(vehicle))
    }

    func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) throws(SourceFailure) -> SourceReply<Enterprise> {
        try answer(situation.enterprise)
        let address = Address(
            street: "RUE DES CANARIS", houseNumber: "4711",
            postCode: text(situation.enterprise["postal"]) ?? "1040", municipality: home)
        let activity = EnterpriseActivity(
            naceVersion: "2025", naceCode: text(situation.enterprise["nace"]) ?? "47110",
            classification: "MAIN")
        var enterprise = Enterprise(number: number)
        enterprise.status =
            text(situation.enterprise["active"]) == "true" ? .active : .other(code: "ST")
        enterprise.names = [EnterpriseName(text: "Canarius & Co", kind: .name, language: "2")]
        enterprise.seat = address
        enterprise.activities = [activity]
        if text(situation.enterprise["unit_active"]) != "false",
            let unit = try? World.establishment()
        {
            enterprise.establishments = [
                Establishment(
                    number: unit, started: nil, address: address, activities: [activity])
            ]
        } else {
            enterprise.establishments = []
        }
        return SourceReply(.found(enterprise))
    }

    /// - Throws: what the scenario says of the source.
    private func answer(_ section: Situation.Section) throws(SourceFailure) {
        switch text(section["status"]) {
        case "down": throw .unavailable(.unreachable)
        case "forbidden": throw .notAllowed(code: "MSG00013")
        default: break
        }
    }

    /// The present number, when this is the former one.
    private func present(for ssin: SSIN) -> SSIN? {
        ssin == former ? try? World.applicant() : nil
    }

    private func text(_ value: String??) -> String? { situation.text(value) }

    private var register: RegisterInscription.Register {
        switch text(situation.people["register"]) {
        case "foreigners": .foreigners
        case "waiting": .waiting
        case "population": .population
        default: .other(code: "canary")
        }
    }

    private var holder: VehicleHolder {
        switch text(situation.vehicle["holder"]) {
        case "applicant": (try? World.applicant()).map { .person($0) } ?? .unnamed
        case "other_person": (try? World.relative()).map { .person($0) } ?? .unnamed
        case "enterprise": (try? World.employer()).map { .enterprise($0) } ?? .unnamed
        default: .other(key: "canary")
        }
    }
}
