import Facts

/// Facts with every field filled in.
struct Specimens: Sendable {
    let date = IncompleteDate.year(1999)
    let code = CodedValue(code: "1", label: "one")
    let address = Address(street: "Rue Royale", houseNumber: "2", postCode: "1030")

    func person(_ ssin: SSIN, in municipality: NISCode = NISCode(.schaerbeek)) -> Person {
        var person = Person(ssin: ssin)
        person.name = PersonName(lastName: "Peeters", firstNames: ["An"])
        person.birthDate = ssin.birthDate ?? date
        person.birthPlace = BirthPlace(place: code, text: nil)
        person.sex = .female
        person.mainResidence = Residence(address: address, since: date)
        person.managingMunicipality = .municipality(municipality, since: date)
        person.register = RegisterInscription(register: .population, since: date)
        person.civilState = CivilState(state: code, since: date)
        person.vitalStatus = .alive
        person.addressChangePending = false
        person.addressProtected = false
        person.sharedHosting = true
        person.residenceUpdated = date
        return person
    }

    func household(of members: [SSIN], isCollective: Bool? = false) -> Household {
        Household(
            members: members.map { ssin in
                HouseholdMember(
                    ssin: ssin, name: PersonName(lastName: "Peeters", firstNames: ["An"]),
                    relation: code, since: date)
            },
            isCollective: isCollective)
    }

    func licence(_ informationType: InformationType = "194") -> DrivingLicence {
        var licence = DrivingLicence(informationType: informationType)
        licence.kind = code
        licence.issued = date
        licence.expires = .year(2035)
        licence.categories = [.am, .b]
        licence.unknownCategories = [code]
        licence.isForfeited = false
        licence.forfeitedSince = date
        return licence
    }

    func vehicle(_ plate: Plate, heldBy holder: VehicleHolder = .unnamed) -> VehicleRegistration {
        var vehicle = VehicleRegistration(plate: plate)
        vehicle.status = .registered
        vehicle.since = date
        vehicle.plateType = code
        vehicle.category = CodedValue(code: "M1", label: nil)
        vehicle.make = "Saroléa"
        vehicle.model = "23"
        vehicle.colours = [code]
        vehicle.maximumMass = 1800
        vehicle.length = 4200
        vehicle.height = 1500
        vehicle.firstRegistered = date
        vehicle.fuels = [Fuel(fuel: code, euroNorm: "6")]
        vehicle.identificationNumber = VehicleIdentificationNumber("VF1AAAAA123456789")
        vehicle.holder = holder
        return vehicle
    }

    func enterprise(_ number: EnterpriseNumber) throws -> Enterprise {
        var enterprise = Enterprise(number: number)
        enterprise.status = .active
        enterprise.juridicalSituation = code
        enterprise.kind = .legalPerson
        enterprise.juridicalForm = code
        enterprise.started = try CalendarDate(parsing: "1999-02-03")
        enterprise.names = [EnterpriseName(text: "Peeters", kind: .name, language: "2")]
        enterprise.seat = address
        enterprise.establishments = [
            Establishment(
                number: try EstablishmentUnitNumber(base: 20_000_001), started: nil,
                address: address)
        ]
        enterprise.activities = [
            EnterpriseActivity(naceVersion: "2025", naceCode: "69101", classification: "MAIN")
        ]
        return enterprise
    }
}
