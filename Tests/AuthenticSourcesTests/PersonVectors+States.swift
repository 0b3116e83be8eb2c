import Facts
import XMLDocuments

extension PersonVectors {
    static func civil(
        _ code: String, _ label: String, since: String, ended: String? = nil,
        _ more: XMLElement?...
    ) -> XMLElement {
        r(
            "CivilState",
            children: [date("Date", since), ended.map { date("DelDate", $0) }].compactMap { $0 }
                + [coded("CivilState", code, label)] + more.compactMap { $0 })
    }

    static func related(_ digits: String, full: Bool = false) -> XMLElement {
        r(
            "NationalNumber", r("NationalNumber", digits),
            full ? date("Date", "1960-05-12") : nil, full ? r("Sex", "1") : nil)
    }

    static let married = person {
        $0.civilState = CivilState(
            state: CodedValue(code: "20", label: "Gehuwd"), since: when("2010-05-01"))
    }

    static func lieu(_ place: XMLElement) -> XMLElement { r("Lieu", place) }

    static let states: [Vector] = civilStates + deaths + registers

    static let civilStates: [Vector] = [
        Vector(
            "120 alone", [.personCivilState],
            [r("CivilStates", civil("20", "Gehuwd", since: "2010-05-01"))], married),
        Vector(
            "120 with a spouse by number", [.personCivilState],
            [
                r(
                    "CivilStates",
                    civil(
                        "20", "Gehuwd", since: "2010-05-01",
                        r("Spouse", related("60051290134"))))
            ], married),
        Vector(
            "120 with every optional element", [.personCivilState],
            [
                r(
                    "CivilStates",
                    civil(
                        "20", "Gehuwd", since: "2010-05-01",
                        r(
                            "Spouse", related("60051290134", full: true),
                            name("Name", last: ["Ait"], first: ["Nour"])),
                        lieu(coded("Place1", "21004", "Brussel")), r("ActNumber", "1"),
                        r("DabsNumber", "2"), r("SuppletoryRegister", "3")))
            ], married),
        Vector(
            "120 in a place in words", [.personCivilState],
            [
                r(
                    "CivilStates",
                    civil(
                        "20", "Gehuwd", since: "2010-05-01",
                        lieu(r("Place2", coded("Country", "354", "Marokko")))))
            ], married),
        Vector(
            "120 by a judgement", [.personCivilState],
            [
                r(
                    "CivilStates",
                    civil(
                        "20", "Gehuwd", since: "2010-05-01",
                        lieu(r("Place3", r("BelgianJudgement", date("Date", "2010-01-01"))))))
            ], married),
        Vector(
            "120 by a judgement abroad", [.personCivilState],
            [
                r(
                    "CivilStates",
                    civil(
                        "20", "Gehuwd", since: "2010-05-01",
                        lieu(
                            r(
                                "Place3",
                                r(
                                    "ForeignJudgement",
                                    r("Place", coded("Country", "354", "Marokko"))),
                                r(
                                    "Transcription", date("Date", "2010-01-01"),
                                    coded("Place", "21004", nil))))))
            ], married),
        Vector(
            "120 twice", [.personCivilState],
            [
                r(
                    "CivilStates", civil("10", "Ongehuwd", since: "1985-07-30"),
                    civil("20", "Gehuwd", since: "2010-05-01"),
                    civil("40", "Gescheiden", since: "2020-05-01", ended: "2020-06-01"))
            ], married),
        Vector(
            "120 no code", [.personCivilState],
            [r("CivilStates", civil("", "Gehuwd", since: "2010-05-01"))],
            fails: "CivilStates/CivilState/CivilState/Code"),
        Vector("120 absent", [.personCivilState], [], person()),
    ]

    static func died(_ on: String, ended: String? = nil, _ how: XMLElement) -> XMLElement {
        r("Decease", date("Date", on), ended.map { date("DelDate", $0) }, how)
    }

    static let act = r("Decease", r("ActNumber", "1"), coded("Place1", "21004", "Brussel"))

    static let deaths: [Vector] = [
        Vector(
            "150 an act with a coded place", [.personVitalStatus],
            [r("Deceases", died("2025-12-24", act))],
            person { $0.vitalStatus = .deceased(on: when("2025-12-24")) }),
        Vector(
            "150 an act with everything", [.personVitalStatus],
            [
                r(
                    "Deceases",
                    r(
                        "Decease", date("Date", "2025-12"), r("Time", r("HH", "10")),
                        r(
                            "Decease", r("ActNumber", "1"), r("DabsNumber", "2"),
                            r("SuppletoryRegister", "3"),
                            r(
                                "Place2", coded("Country", "111", "Frankrijk"),
                                r("Graphic", "Lille")),
                            coded("Origin", "1", "Akte"))))
            ],
            person { $0.vitalStatus = .deceased(on: when("2025-12-00")) }),
        Vector(
            "150 on an unknown day", [.personVitalStatus], [r("Deceases", died("", act))],
            person { $0.vitalStatus = .deceased(on: nil) }),
        Vector(
            "150 a decision", [.personVitalStatus],
            [
                r(
                    "Deceases",
                    died(
                        "2025-12-24",
                        r(
                            "Decision", coded("Type", "1", "Vonnis"),
                            r("Transcription", coded("Place", "21004", nil)))))
            ],
            person { $0.vitalStatus = .deceased(on: nil) }),
        Vector(
            "150 a decision with everything", [.personVitalStatus],
            [
                r(
                    "Deceases",
                    died(
                        "2025-12-24",
                        r(
                            "Decision", coded("Type", "1", "Vonnis"),
                            r(
                                "Transcription", date("Date", "2026-01-01"),
                                coded("Place", "21004", "Brussel")),
                            r("Graphic", "x"))))
            ],
            person { $0.vitalStatus = .deceased(on: nil) }),
        Vector(
            "150 taken back", [.personVitalStatus],
            [r("Deceases", died("2025-12-24", ended: "2026-01-01", act))],
            person { $0.vitalStatus = .alive }),
        Vector(
            "150 twice", [.personVitalStatus],
            [r("Deceases", died("2025-12-23", act), died("2025-12-24", act))],
            person { $0.vitalStatus = .deceased(on: when("2025-12-24")) }),
        Vector(
            "150 absent", [.personVitalStatus], [schaerbeek],
            person { $0.vitalStatus = .alive }),
        Vector(
            "150 absent, taken off the registers as deceased", [.personVitalStatus],
            [r("FileOwner", residence("99990", "Overleden"))],
            person { $0.vitalStatus = .deceased(on: nil) }),
        Vector(
            "150 no date of any calendar", [.personVitalStatus],
            [r("Deceases", died("2025-13-24", act))], fails: "Deceases/Decease/Date"),
    ]

    static func register(_ code: String, ended: String? = nil) -> XMLElement {
        r(
            "RegistrationRegister", date("Date", "2010-01-01"),
            ended.map { date("DelDate", $0) }, coded("RegistrationRegister", code, "Register"))
    }

    static let registers: [Vector] =
        [
            ("1", RegisterInscription.Register.foreigners), ("2", .population),
            ("3", .europeanOfficials), ("5", .waiting), ("6", .waiting), ("9", .other(code: "9")),
        ].map { code, meaning in
            Vector(
                "210 code \(code)", [.personRegister],
                [r("RegistrationRegisters", register(code))],
                person {
                    $0.register = RegisterInscription(register: meaning, since: when("2010-01-01"))
                })
        } + [
            Vector(
                "210 twice", [.personRegister],
                [r("RegistrationRegisters", register("5", ended: "2012-01-01"), register("1"))],
                person {
                    $0.register = RegisterInscription(
                        register: .foreigners, since: when("2010-01-01"))
                }),
            Vector("210 absent", [.personRegister], [], person()),
        ]
}
