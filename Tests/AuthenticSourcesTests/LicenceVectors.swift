import Facts
import XMLDocuments

/// Types 191 and 194.
enum LicenceVectors {
    typealias Vector = FileVector<[DrivingLicence]>

    static let everything = Set(AttributeGroup.drivingLicence.attributes)

    static func new(_ more: XMLElement?..., ended: String? = nil) -> XMLElement {
        r(
            "DrivingLicense",
            children: [
                date("Date", "2019-04-01"), ended.map { date("DelDate", $0) },
                coded("TypeOfLicense", "3", "Rijbewijs"),
            ].compactMap { $0 } + more.compactMap { $0 })
    }

    static func licence(
        _ type: InformationType, _ fill: (inout DrivingLicence) -> Void = { _ in }
    ) -> DrivingLicence {
        var licence = DrivingLicence(informationType: type)
        licence.issued = when("2019-04-01")
        if type == "191" {
            licence.kind = CodedValue(code: "3", label: "Rijbewijs")
            licence.isForfeited = false
        }
        fill(&licence)
        return licence
    }

    static func old(_ more: XMLElement?..., ended: String? = nil) -> XMLElement {
        r(
            "DrivingLicense",
            children: [date("Date", "2019-04-01"), ended.map { date("DelDate", $0) }]
                .compactMap { $0 } + more.compactMap { $0 })
    }

    static func news(_ licences: XMLElement...) -> XMLElement {
        r("DrivingLicenses", children: licences)
    }

    static func olds(_ licences: XMLElement...) -> XMLElement {
        r("DrivingLicensesOldModel", children: licences)
    }

    static let all: [Vector] = type191 + type194

    static let type191: [Vector] = [
        Vector("191 alone", everything, [news(new())], [licence("191")]),
        Vector(
            "191 with everything", everything,
            [
                news(
                    new(
                        r("LicenseNumber", "1"), coded("Place", "21004", "Brussel"),
                        coded("DeliveryCountry", "150", "België"),
                        coded("ForfeitureReason", "1", "x"), date("ForfeitureDate", "2024-05-06")))
            ],
            [
                licence("191") {
                    $0.isForfeited = true
                    $0.forfeitedSince = when("2024-05-06")
                }
            ]),
        Vector(
            "191 forfeited for a reason, no date", everything,
            [news(new(coded("Place", "21004", nil), coded("ForfeitureReason", "1", "x")))],
            [licence("191") { $0.isForfeited = true }]),
        Vector(
            "191 forfeited on a day in words", everything,
            [news(new(r("ForfeitureDate", r("Graphic", "eind mei"))))],
            [licence("191") { $0.isForfeited = true }]),
        Vector(
            "191 forfeited on no day of any calendar", everything,
            [news(new(date("ForfeitureDate", "2024-02-31")))],
            fails: "DrivingLicenses/DrivingLicense/ForfeitureDate"),
        Vector(
            "191 twice, and one that ended", everything,
            [news(new(), new(ended: "2020-01-01"), new())], [licence("191"), licence("191")]),
        Vector(
            "191 cut down", [.licenceForfeited], [news(new())],
            [
                licence("191") {
                    $0.kind = nil
                    $0.issued = nil
                }
            ]),
        Vector(
            "191 no kind", everything,
            [
                news(
                    r("DrivingLicense", date("Date", "2019"), coded("TypeOfLicense", "", "x")))
            ], fails: "DrivingLicenses/DrivingLicense/TypeOfLicense/Code"),
        Vector("191 and 194 absent", everything, [], []),
        Vector(
            "191 and 194", everything, [olds(old()), news(new())],
            [licence("191"), licence("194")]),
    ]

    static func categories(_ categories: (String, String)...) -> XMLElement {
        r("Categories", children: categories.map { coded("Category", $0.0, $0.1) })
    }

    static let type194: [Vector] = [
        Vector("194 alone", everything, [olds(old())], [licence("194")]),
        Vector(
            "194 with everything", everything,
            [
                olds(
                    old(
                        coded("TypeOfLicense", "1", "Model"), categories(("02", "B")),
                        r("LicenseNumber", "1"), r("Delivery", coded("Place", "21004", nil)),
                        coded("GearBox", "1", "x"), coded("Medical", "1", "x"),
                        date("ExpiryDate", "2030-01-31")))
            ],
            [
                licence("194") {
                    $0.kind = CodedValue(code: "1", label: "Model")
                    $0.categories = [.b]
                    $0.expires = when("2030-01-31")
                }
            ]),
        Vector(
            "194 given by an authority by code", everything,
            [olds(old(r("Delivery", r("Code", "1"), r("Label", "x"))))], [licence("194")]),
        Vector(
            "194 several categories, some unexplained", everything,
            [olds(old(categories(("02", "B"), ("03", "BE"), ("04", "c1+e"), ("99", "Q"))))],
            [
                licence("194") {
                    $0.categories = [.b, .bE, .c1E]
                    $0.unknownCategories = [CodedValue(code: "99", label: "Q")]
                }
            ]),
        Vector(
            "194 a fictitious expiry", everything, [olds(old(date("ExpiryDate", "9999-99-99")))],
            [licence("194")]),
        Vector(
            "194 an expiry in words", everything,
            [olds(old(r("ExpiryDate", r("Graphic", "onbepaald"))))], [licence("194")]),
        Vector(
            "194 twice, and one that ended", everything,
            [olds(old(categories(("02", "B"))), old(ended: "2020-01-01"), old())],
            [licence("194") { $0.categories = [.b] }, licence("194")]),
        Vector(
            "194 cut down", [.licenceExpires],
            [olds(old(categories(("02", "B")), date("ExpiryDate", "2030")))],
            [
                licence("194") {
                    $0.issued = nil
                    $0.expires = when("2030-00-00")
                }
            ]),
        Vector(
            "194 a category without a code", everything,
            [olds(old(categories(("", "B"))))],
            fails: "DrivingLicensesOldModel/DrivingLicense/Categories/Category/Code"),
    ]
}
