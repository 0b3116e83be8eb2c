import Facts
import XMLDocuments

/// For every type of information of a person: each branch of a choice, each optional element
/// present and absent, repetitions, and values without a meaning.
enum PersonVectors {
    typealias Vector = FileVector<Person>

    static let all = identity + names + places + states + moves

    static func person(_ fill: (inout Person) -> Void = { _ in }) -> Person {
        var person = Person(ssin: KSZHarness.subject)
        fill(&person)
        return person
    }

    static func number(_ born: String, sex: String = "2") -> XMLElement {
        r(
            "NationalNumber",
            r(
                "NationalNumber", r("NationalNumber", KSZHarness.subject.digits),
                date("Date", born), r("Sex", sex)))
    }

    static func born(_ born: String, _ place: XMLElement?...) -> XMLElement {
        r(
            "BirthPlace",
            children: [date("Date", born), r("ActNumber", "12")] + place.compactMap { $0 })
    }

    static let identity: [Vector] = [
        Vector(
            "000 born on a day", [.personBirthDate], [number("1985-07-30")],
            person { $0.birthDate = when("1985-07-30") }),
        Vector(
            "000 born in a month", [.personBirthDate], [number("1985-07")],
            person { $0.birthDate = when("1985-07-00") }),
        Vector(
            "000 born in a month, zeros", [.personBirthDate], [number("1985-07-00")],
            person { $0.birthDate = when("1985-07-00") }),
        Vector(
            "000 born in a year", [.personBirthDate], [number("1985")],
            person { $0.birthDate = when("1985-00-00") }),
        Vector(
            "000 born in a year, zeros", [.personBirthDate], [number("1985-00-00")],
            person { $0.birthDate = when("1985-00-00") }),
        Vector("000 birth unknown", [.personBirthDate], [number("")], person()),
        Vector(
            "000 birth unknown, fictitious", [.personBirthDate], [number("1900-00-01")],
            person()),
        Vector(
            "000 birth unknown, the act known", [.personBirthDate],
            [number(""), born("1985-07-30", coded("Place1", "21015", nil))],
            person { $0.birthDate = when("1985-07-30") }),
        Vector(
            "000 absent, the act known", [.personBirthDate],
            [born("1985-07", coded("Place1", "21015", nil))],
            person { $0.birthDate = when("1985-07-00") }),
        Vector("000 absent", [.personBirthDate, .personSex], [], person()),
        Vector(
            "000 no day of any calendar", [.personBirthDate], [number("1985-02-30")],
            fails: "NationalNumber/NationalNumber/Date"),
        Vector(
            "000 a day without a month", [.personBirthDate], [number("1985-00-12")],
            fails: "NationalNumber/NationalNumber/Date"),
        Vector(
            "000 a bad date that nobody asked for", [.personSex], [number("1985-02-30")],
            person { $0.sex = .female }),
        Vector("000 male", [.personSex], [number("1985", sex: "1")], person { $0.sex = .male }),
        Vector(
            "000 female", [.personSex], [number("1985", sex: "2")],
            person { $0.sex = .female }),
        Vector("nothing asked", [], [number("1985")], person()),
    ]

    static func named(_ date: XMLElement, _ element: XMLElement) -> XMLElement {
        r("Name", date, element)
    }

    static let names: [Vector] = [
        Vector(
            "010 one last name, two first names", [.personName],
            [
                r(
                    "Names",
                    named(
                        date("Date", "1985-07-30"),
                        name("Name", last: ["Peeters"], first: ["Noor", "Lea"])))
            ],
            person { $0.name = PersonName(lastName: "Peeters", firstNames: ["Noor", "Lea"]) }),
        Vector(
            "010 two last names, no first name", [.personName],
            [
                r(
                    "Names",
                    named(
                        date("Date", ""), name("Name", last: ["Diaz", "Vega"], first: [])))
            ],
            person { $0.name = PersonName(lastName: "Diaz Vega", firstNames: []) }),
        Vector(
            "010 a first name by code alone", [.personName],
            [
                r(
                    "Names",
                    named(
                        date("Date", ""), name("Name", last: ["Ait"], first: [nil, "Nour"])))
            ],
            person { $0.name = PersonName(lastName: "Ait", firstNames: ["Nour"]) }),
        Vector(
            "010 marked", [.personName],
            [
                r(
                    "Names",
                    marked(
                        named(
                            date("Date", "1985"),
                            marked(name("Name", last: ["Ait"], first: ["Nour"]), "Group1", "1")),
                        "Structure", "A1"))
            ],
            person { $0.name = PersonName(lastName: "Ait", firstNames: ["Nour"]) }),
        Vector(
            "010 twice, one ended", [.personName],
            [
                r(
                    "Names",
                    r(
                        "Name", date("Date", "2020-01-01"), date("DelDate", "2021-01-01"),
                        name("Name", last: ["Old"], first: [])),
                    named(date("Date", "1985-07-30"), name("Name", last: ["New"], first: [])))
            ],
            person { $0.name = PersonName(lastName: "New", firstNames: []) }),
        Vector(
            "010 twice, the later counts", [.personName],
            [
                r(
                    "Names",
                    named(date("Date", "1985-07-30"), name("Name", last: ["Old"], first: [])),
                    named(date("Date", "2020"), name("Name", last: ["New"], first: [])),
                    named(date("Date", ""), name("Name", last: ["Undated"], first: [])))
            ],
            person { $0.name = PersonName(lastName: "New", firstNames: []) }),
        Vector(
            "010 twice on one day, the first counts", [.personName],
            [
                r(
                    "Names",
                    named(date("Date", "2020-01-01"), name("Name", last: ["One"], first: [])),
                    named(date("Date", "2020-01-01"), name("Name", last: ["Two"], first: [])))
            ],
            person { $0.name = PersonName(lastName: "One", firstNames: []) }),
        Vector(
            "010 ended on an unknown day", [.personName],
            [
                r(
                    "Names",
                    r(
                        "Name", date("Date", "1985"), r("DelDate"),
                        name("Name", last: ["X"], first: [])))
            ],
            person()),
        Vector("010 absent", [.personName], [], person()),
    ]
}
