import Facts
import XMLDocuments

/// Writes the file of a person as the National Register does (`FileInfoType`): everything that
/// the simulated register knows, whatever was needed.
struct PersonFile {
    let person: SyntheticPerson
    let language: Language
    /// Whether what is past is told too.
    let withHistory: Bool

    typealias E = RegisterElement

    /// The element `rrn_it_implicit`.
    var element: XMLElement {
        let parts: [XMLElement?] = [
            nationalNumber, fileOwner, addressChangeIntention, names, addressChangeDeclaration,
            legalMainAddresses, sharedHostings, birthPlace, civilStates, familyMembers,
            headOfFamily, deceases, drivingLicences, oldDrivingLicences, registrationRegisters,
            residenceUpdateDates, notCommunicable,
        ]
        return XMLElement("rrn_it_implicit", children: parts.compactMap { $0 })
    }

    /// A list element, or nothing when the list is empty.
    func list(_ name: String, _ entries: [XMLElement]) -> XMLElement? {
        entries.isEmpty ? nil : E.element(name, entries)
    }

    private var nationalNumber: XMLElement {
        E.element(
            "NationalNumber",
            [
                E.element(
                    "NationalNumber",
                    [
                        E.text("NationalNumber", person.ssin.digits), E.date(person.birthDate),
                        E.text("Sex", person.sex == .male ? "1" : "2"),
                    ])
            ], type: "000")
    }

    private var fileOwner: XMLElement? {
        guard person.register != nil else { return nil }
        var entries: [XMLElement] = []
        switch person.departure {
        case .deceased(let date):
            entries.append(owner("99990", LocalizedText(nl: "Overleden", fr: "Décédé"), date))
        case .struckOff(let date):
            let name = LocalizedText(nl: "Ambtshalve afgevoerd", fr: "Radié d'office")
            entries.append(owner("99991", name, date))
        case .leftTheCountry(let date):
            let name = LocalizedText(
                nl: "Afgevoerd naar het buitenland", fr: "Radié pour l'étranger")
            entries.append(owner("99992", name, date))
        case nil:
            if let address = person.address {
                let name = address.municipalityName
                entries.append(
                    owner(address.municipality.digits, name, person.residentSince))
            }
        }
        if withHistory, let before = person.previousAddress {
            entries.append(
                owner(
                    before.municipality.digits, before.municipalityName,
                    person.residentSince.adding(days: -1500), until: ended))
        }
        return list("FileOwner", entries)
    }

    /// When the previous address ended.
    private var ended: CalendarDate { person.departure?.date ?? person.residentSince }

    private func owner(
        _ code: String, _ name: LocalizedText, _ date: CalendarDate, until: CalendarDate? = nil
    ) -> XMLElement {
        E.element(
            "Residences",
            [E.date(date)] + (until.map { [E.date("DelDate", $0)] } ?? []) + [
                E.coded("Residence", code, name[language]), E.text("Fusion", "0"),
                E.text("Language", language == .nl ? "2" : "1"),
            ], type: "001")
    }

    private var legalMainAddresses: XMLElement? {
        var entries: [XMLElement] = []
        if let address = person.address {
            entries.append(main(address, since: person.residentSince))
        }
        if withHistory, let before = person.previousAddress {
            entries.append(
                main(before, since: person.residentSince.adding(days: -1500), until: ended))
        }
        return list("LegalMainAddresses", entries)
    }

    private func main(
        _ address: SyntheticAddress, since: CalendarDate, until: CalendarDate? = nil
    ) -> XMLElement {
        var children = [
            E.text("ZipCode", address.postCode),
            E.coded("Street", address.streetCode, address.street[language]),
            E.text("HouseNumber", address.houseNumber),
        ]
        if let box = address.box { children.append(E.text("Box", box)) }
        return E.element(
            "LegalMainAddress",
            [E.date(since)] + (until.map { [E.date("DelDate", $0)] } ?? [])
                + [E.element("Address", children)], type: "020")
    }

    private var names: XMLElement {
        E.element(
            "Names",
            [
                E.element(
                    "Name",
                    [E.date(person.birthDate), E.name(person.lastName, person.firstNames)],
                    type: "010")
            ])
    }

    private var registrationRegisters: XMLElement? {
        guard let register = person.register else { return nil }
        return E.element(
            "RegistrationRegisters",
            [
                E.element(
                    "RegistrationRegister",
                    [
                        E.date(person.residentSince),
                        E.coded(
                            "RegistrationRegister", register.rawValue, register.label[language]),
                    ], type: "210")
            ])
    }
}
