import Facts
import XMLDocuments

extension PersonVectors {
    static func residence(
        _ code: String, _ label: String, since: String = "2010-03-01", ended: String? = nil
    ) -> XMLElement {
        r(
            "Residences", date("Date", since), ended.map { date("DelDate", $0) },
            coded("Residence", code, label), r("Fusion", "0"), r("Language", "1"))
    }

    static func address(
        _ street: XMLElement, box: String? = nil, since: String = "2015-06-01",
        ended: String? = nil, zip: String = "1030"
    ) -> XMLElement {
        r(
            "LegalMainAddress", date("Date", since), ended.map { date("DelDate", $0) },
            r(
                "Address", r("ZipCode", zip), street, r("HouseNumber", "12"),
                box.map { r("Box", $0) }))
    }

    static let codedStreet = coded("Street", "10301234", "Paviljoenstraat")
    static let schaerbeek = r("FileOwner", residence("21015", "Schaarbeek"))

    static func lives(_ box: String? = nil, in municipality: Bool = true) -> Residence {
        Residence(
            address: Address(
                street: "Paviljoenstraat", streetCode: "10301234", houseNumber: "12", box: box,
                postCode: "1030", municipality: municipality ? nis("21015") : nil,
                locality: municipality ? "Schaarbeek" : nil),
            since: when("2015-06-01"))
    }

    static let places: [Vector] = [
        Vector(
            "001 a municipality", [.personManagingMunicipality], [schaerbeek],
            person {
                $0.managingMunicipality = .municipality(nis("21015"), since: when("2010-03-01"))
            }),
        Vector(
            "001 taken off the registers", [.personManagingMunicipality],
            [r("FileOwner", residence("99991", "Ambtshalve", since: ""))],
            person {
                $0.managingMunicipality = .removed(
                    CodedValue(code: "99991", label: "Ambtshalve"), since: nil)
            }),
        Vector(
            "001 the Immigration Office", [.personManagingMunicipality],
            [r("FileOwner", residence("21099", "DVZ"))],
            person {
                $0.managingMunicipality = .removed(
                    CodedValue(code: "21099", label: "DVZ"), since: when("2010-03-01"))
            }),
        Vector(
            "001 a country, without a label", [.personManagingMunicipality],
            [r("FileOwner", residence("136", ""))],
            person {
                $0.managingMunicipality = .removed(
                    CodedValue(code: "136", label: nil), since: when("2010-03-01"))
            }),
        Vector(
            "001 twice", [.personManagingMunicipality],
            [
                r(
                    "FileOwner", residence("21004", "Brussel", since: "2001-01-01"),
                    residence("21015", "Schaarbeek"),
                    residence("21009", "Elsene", since: "2020-01-01", ended: "2021-01-01"))
            ],
            person {
                $0.managingMunicipality = .municipality(nis("21015"), since: when("2010-03-01"))
            }),
        Vector(
            "001 no code", [.personManagingMunicipality],
            [r("FileOwner", residence("", "Schaarbeek"))],
            fails: "FileOwner/Residences/Residence/Code"),
        Vector("001 absent", [.personManagingMunicipality], [], person()),
        Vector(
            "020 a coded street", [.personMainResidence],
            [schaerbeek, r("LegalMainAddresses", address(codedStreet))],
            person { $0.mainResidence = lives() }),
        Vector(
            "020 with a box", [.personMainResidence],
            [schaerbeek, r("LegalMainAddresses", address(codedStreet, box: "b3"))],
            person { $0.mainResidence = lives("b3") }),
        Vector(
            "020 with an empty box", [.personMainResidence],
            [schaerbeek, r("LegalMainAddresses", address(codedStreet, box: ""))],
            person { $0.mainResidence = lives() }),
        Vector(
            "020 a street in words", [.personMainResidence],
            [
                schaerbeek,
                r("LegalMainAddresses", address(r("Street", r("Graphic", "Aan de kaai")))),
            ],
            person {
                $0.mainResidence = Residence(
                    address: Address(
                        street: "Aan de kaai", houseNumber: "12", postCode: "1030",
                        municipality: nis("21015"), locality: "Schaarbeek"),
                    since: when("2015-06-01"))
            }),
        Vector(
            "020 without 001", [.personMainResidence],
            [r("LegalMainAddresses", address(codedStreet))],
            person { $0.mainResidence = lives(in: false) }),
        Vector(
            "020 of somebody struck off", [.personMainResidence],
            [
                r("FileOwner", residence("99992", "Buitenland")),
                r("LegalMainAddresses", address(codedStreet)),
            ],
            person { $0.mainResidence = lives(in: false) }),
        Vector(
            "020 twice", [.personMainResidence],
            [
                schaerbeek,
                r(
                    "LegalMainAddresses",
                    address(r("Street", r("Graphic", "Before")), since: "2001-01-01"),
                    address(codedStreet),
                    address(
                        r("Street", r("Graphic", "Ended")), since: "2022-01-01",
                        ended: "2022-02-01")),
            ],
            person { $0.mainResidence = lives() }),
        Vector(
            "020 a post code that is none", [.personMainResidence],
            [schaerbeek, r("LegalMainAddresses", address(codedStreet, zip: "103O"))],
            fails: "LegalMainAddresses/LegalMainAddress/Address/ZipCode"),
        Vector("020 absent", [.personMainResidence], [schaerbeek], person()),
        Vector(
            "100 a coded place", [.personBirthPlace],
            [born("1985-07-30", coded("Place1", "21004", "Brussel"))],
            person {
                $0.birthPlace = BirthPlace(
                    place: CodedValue(code: "21004", label: "Brussel"), text: nil)
            }),
        Vector(
            "100 a coded place without a label", [.personBirthPlace],
            [born("1985-07-30", coded("Place1", "21004", nil))],
            person {
                $0.birthPlace = BirthPlace(
                    place: CodedValue(code: "21004", label: nil), text: nil)
            }),
        Vector(
            "100 a place in words", [.personBirthPlace],
            [
                born(
                    "1985-07-30",
                    r("Place2", coded("Country", "354", "Marokko"), r("Graphic", "Nador")))
            ],
            person {
                $0.birthPlace = BirthPlace(
                    place: CodedValue(code: "354", label: "Marokko"), text: "Nador")
            }),
        Vector(
            "100 a country alone", [.personBirthPlace],
            [born("1985-07-30", r("Place2", coded("Country", "354", "Marokko")))],
            person {
                $0.birthPlace = BirthPlace(
                    place: CodedValue(code: "354", label: "Marokko"), text: nil)
            }),
        Vector(
            "100 with every optional element", [.personBirthPlace],
            [
                r(
                    "BirthPlace", date("Date", "1985-07-30"),
                    r("Time", r("HH", "10"), r("MM", "05"), r("SS", "00"), r("Graphic", "x")),
                    r("ActNumber", "1"), r("DabsNumber", "2"), r("SuppletoryRegister", "3"),
                    coded("Place1", "21004", "Brussel"))
            ],
            person {
                $0.birthPlace = BirthPlace(
                    place: CodedValue(code: "21004", label: "Brussel"), text: nil)
            }),
        Vector(
            "100 ended", [.personBirthPlace],
            [
                r(
                    "BirthPlace", date("Date", "1985-07-30"), date("DelDate", "2000-01-01"),
                    r("ActNumber", "1"), coded("Place1", "21004", "Brussel"))
            ],
            person()),
        Vector("100 absent", [.personBirthPlace], [], person()),
    ]
}
