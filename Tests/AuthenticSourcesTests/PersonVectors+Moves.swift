import Facts
import XMLDocuments

extension PersonVectors {
    static func intention(_ place: XMLElement, ended: String? = nil) -> XMLElement {
        r("Address", date("Date", "2026-11-01"), ended.map { date("DelDate", $0) }, place)
    }

    static func pending(_ isPending: Bool) -> Person {
        person { $0.addressChangePending = isPending }
    }

    static func hosting(_ more: XMLElement?..., ended: String? = nil) -> XMLElement {
        r(
            "SharedHosting",
            children: [date("Date", "2020-01-01"), ended.map { date("DelDate", $0) }]
                .compactMap { $0 } + more.compactMap { $0 })
    }

    static func protected(
        _ start: String, _ end: String, ended: Bool = false
    ) -> XMLElement {
        r(
            "NotCommunicable", date("Date", "2020-01-01"), ended ? r("DelDate") : nil,
            date("StartDate", start), date("EndDate", end))
    }

    static func hidden(_ isHidden: Bool) -> Person { person { $0.addressProtected = isHidden } }

    static let moves: [Vector] = changes + hostings + updates + protections

    static let changes: [Vector] = [
        Vector(
            "005 to a place", [.personAddressChangePending],
            [r("AddressChangeIntention", intention(coded("DestinationPlace", "21004", "Brussel")))],
            pending(true)),
        Vector(
            "005 to a place without a label", [.personAddressChangePending],
            [r("AddressChangeIntention", intention(coded("DestinationPlace", "21004", nil)))],
            pending(true)),
        Vector(
            "005 from a place", [.personAddressChangePending],
            [r("AddressChangeIntention", intention(coded("OriginPlace", "21004", nil)))],
            pending(true)),
        Vector(
            "005 ended", [.personAddressChangePending],
            [
                r(
                    "AddressChangeIntention",
                    intention(coded("OriginPlace", "21004", nil), ended: "2026-11-02"))
            ], pending(false)),
        Vector(
            "005 twice, one ended", [.personAddressChangePending],
            [
                r(
                    "AddressChangeIntention",
                    intention(coded("OriginPlace", "21004", nil), ended: "2026-11-02"),
                    intention(coded("DestinationPlace", "21004", nil)))
            ], pending(true)),
        Vector(
            "019 declared", [.personAddressChangePending],
            [
                r(
                    "AddressChangeDeclaration", date("Date", "2026-11-01"),
                    r("Address", r("Graphic", "Kaai 3")))
            ], pending(true)),
        Vector(
            "019 ended", [.personAddressChangePending],
            [
                r(
                    "AddressChangeDeclaration", date("Date", "2026-11-01"),
                    date("DelDate", "2026-11-02"), r("Address", r("Graphic", "Kaai 3")))
            ], pending(false)),
        Vector("005 and 019 absent", [.personAddressChangePending], [], pending(false)),
    ]

    static let hostings: [Vector] = [
        Vector(
            "021 alone", [.personSharedHosting],
            [r("SharedHostings", hosting(coded("Role", "1", nil)))],
            person { $0.sharedHosting = true }),
        Vector(
            "021 with everything, twice", [.personSharedHosting],
            [
                r(
                    "SharedHostings",
                    hosting(
                        coded("Role", "1", "Kind"), related("12030490256", full: true),
                        name("Name", last: ["Ait"], first: [])),
                    hosting(coded("Role", "1", "Kind"), related("12030490256")))
            ],
            person { $0.sharedHosting = true }),
        Vector(
            "021 ended", [.personSharedHosting],
            [r("SharedHostings", hosting(coded("Role", "1", nil), ended: "2021-01-01"))],
            person { $0.sharedHosting = false }),
        Vector("021 absent", [.personSharedHosting], [], person { $0.sharedHosting = false }),
    ]

    static func updated(_ on: String, ended: String? = nil) -> XMLElement {
        r("ResidenceUpdateDate", date("Date", on), ended.map { date("DelDate", $0) })
    }

    static let updates: [Vector] = [
        Vector(
            "251 once", [.personResidenceUpdated],
            [r("ResidenceUpdateDates", updated("2024-02-03"))],
            person { $0.residenceUpdated = when("2024-02-03") }),
        Vector(
            "251 twice", [.personResidenceUpdated],
            [
                r(
                    "ResidenceUpdateDates", updated("2023-02-03"), updated("2024-02"),
                    updated("2025-01-01", ended: "2025-01-02"))
            ],
            person { $0.residenceUpdated = when("2024-02-00") }),
        Vector(
            "251 on an unknown day", [.personResidenceUpdated],
            [r("ResidenceUpdateDates", updated(""))], person()),
        Vector("251 absent", [.personResidenceUpdated], [], person()),
    ]

    static let protections: [Vector] = [
        Vector(
            "252 now", [.personAddressProtected], [protected("2020-01-01", "2030-01-01")],
            hidden(true)),
        Vector(
            "252 without an end", [.personAddressProtected], [protected("2020-01-01", "")],
            hidden(true)),
        Vector(
            "252 without a start", [.personAddressProtected], [protected("", "")],
            hidden(true)),
        Vector(
            "252 until some time this year", [.personAddressProtected],
            [protected("2020", "2026")], hidden(true)),
        Vector(
            "252 over", [.personAddressProtected], [protected("2020-01-01", "2025-01-01")],
            hidden(false)),
        Vector(
            "252 to come", [.personAddressProtected], [protected("2027-01-01", "2028-01-01")],
            hidden(false)),
        Vector(
            "252 taken back", [.personAddressProtected],
            [protected("2020-01-01", "2030-01-01", ended: true)], hidden(false)),
        Vector(
            "252 no date of any calendar", [.personAddressProtected],
            [protected("2020-01-01", "2030-02-30")], fails: "NotCommunicable/EndDate"),
        Vector("252 absent", [.personAddressProtected], [], hidden(false)),
    ]
}
