import Facts
import XMLDocuments

/// Types 140 and 141: who is the reference person, and who belongs to the household.
enum HouseholdVectors {
    static func entry(
        _ element: String, _ role: String, since: String = "2015-06-01", ended: String? = nil,
        housing: String? = nil, number: String? = nil, full: Bool = false, named: String? = nil,
        _ more: XMLElement? = nil
    ) -> XMLElement {
        r(
            element, date("Date", since), ended.map { date("DelDate", $0) },
            housing.map { coded("Housing", $0, full ? "Huis" : nil) },
            coded("FamilyRole", role, "rol"),
            number.map { PersonVectors.related($0, full: full) },
            named.map { name("Name", last: [$0], first: ["Nour"]) }, more)
    }

    static func members(_ entries: XMLElement...) -> XMLElement {
        r("FamilyMembers", children: entries)
    }

    static func heads(_ entries: XMLElement...) -> XMLElement {
        r("HeadOfFamily", children: entries)
    }

    static func member(
        _ ssin: SSIN?, _ role: String, named: String? = nil, since: String? = "2015-06-01",
        label: String? = "rol"
    ) -> HouseholdMember {
        HouseholdMember(
            ssin: ssin, name: named.map { PersonName(lastName: $0, firstNames: ["Nour"]) },
            relation: CodedValue(code: role, label: label), since: since.map { when($0) })
    }

    static let (me, partner, child) = (
        KSZHarness.subject, KSZHarness.partner, KSZHarness.child
    )

    static let head: [FileVector<HouseholdHead>] = [
        FileVector(
            "140 makes the reference person", [members(entry("FamilyMember", "01"))],
            .oneself),
        FileVector(
            "141 points to another", [heads(entry("HeadOfFamily", "02", number: partner.digits))],
            .another(partner)),
        FileVector(
            "141 with everything",
            [
                heads(
                    entry(
                        "HeadOfFamily", "02", housing: "00", number: partner.digits, full: true,
                        named: "Ait", r("Graphic", "x")))
            ], .another(partner)),
        FileVector(
            "141 points to oneself", [heads(entry("HeadOfFamily", "01", number: me.digits))],
            .oneself),
        FileVector("141 alone", [heads(entry("HeadOfFamily", "01"))], .oneself),
        FileVector("141 in a home", [heads(entry("HeadOfFamily", "20", housing: "05"))], .unnamed),
        FileVector(
            "141 twice",
            [
                heads(
                    entry("HeadOfFamily", "03", since: "2001-01-01", number: child.digits),
                    entry("HeadOfFamily", "02", number: partner.digits),
                    entry(
                        "HeadOfFamily", "12", since: "2020-01-01", ended: "2021-01-01",
                        number: child.digits))
            ], .another(partner)),
        FileVector("141 ended", [heads(entry("HeadOfFamily", "02", ended: "2021-01-01"))], .none),
        FileVector(
            "140 after 141",
            [
                heads(entry("HeadOfFamily", "03", since: "2001", number: partner.digits)),
                members(entry("FamilyMember", "01")),
            ], .oneself),
        FileVector(
            "141 after 140",
            [
                members(entry("FamilyMember", "01", since: "2001")),
                heads(entry("HeadOfFamily", "03", number: partner.digits)),
            ], .another(partner)),
        FileVector(
            "141 with a number that is none",
            [heads(entry("HeadOfFamily", "02", number: "60051290135"))],
            fails: "HeadOfFamily/HeadOfFamily/NationalNumber/NationalNumber"),
        FileVector(
            "141 no role", [heads(entry("HeadOfFamily", "", number: partner.digits))],
            fails: "HeadOfFamily/HeadOfFamily/FamilyRole/Code"),
        FileVector("140 and 141 absent", [], .none),
    ]

    static let household: [FileVector<Household>] = [
        FileVector(
            "140 the reference person alone, without a number",
            [members(entry("FamilyMember", "01"))],
            Household(members: [member(me, "01")], isCollective: false)),
        FileVector(
            "140 the reference person and others",
            [
                members(
                    entry("FamilyMember", "01", number: me.digits),
                    entry("FamilyMember", "02", number: partner.digits, named: "Ait"),
                    entry("FamilyMember", "03", number: child.digits, full: true, named: "Ait"))
            ],
            Household(
                members: [
                    member(me, "01"), member(partner, "02", named: "Ait"),
                    member(child, "03", named: "Ait"),
                ], isCollective: false)),
        FileVector(
            "140 without the reference person",
            [members(entry("FamilyMember", "02", number: partner.digits))],
            Household(
                members: [member(me, "01", since: nil, label: nil), member(partner, "02")],
                isCollective: false)),
        FileVector(
            "140 a member without a number",
            [
                members(
                    entry("FamilyMember", "12", named: "Ait"), entry("FamilyMember", "01"))
            ],
            Household(
                members: [member(nil, "12", named: "Ait"), member(me, "01")],
                isCollective: false)),
        FileVector(
            "140 a member who left",
            [
                members(
                    entry("FamilyMember", "01"),
                    entry("FamilyMember", "03", ended: "2020-01-01", number: child.digits))
            ],
            Household(members: [member(me, "01")], isCollective: false)),
        FileVector(
            "140 a member twice",
            [
                members(
                    entry("FamilyMember", "01"),
                    entry("FamilyMember", "21", number: partner.digits),
                    entry("FamilyMember", "02", since: "2020-01-01", number: partner.digits),
                    entry("FamilyMember", "12", since: "2001", number: partner.digits))
            ],
            Household(
                members: [member(me, "01"), member(partner, "02", since: "2020-01-01")],
                isCollective: false)),
        FileVector(
            "140 ordinary housing",
            [members(entry("FamilyMember", "01", housing: "00", full: true))],
            Household(members: [member(me, "01")], isCollective: false)),
        FileVector(
            "140 collective by housing",
            [members(entry("FamilyMember", "01", housing: "05"))],
            Household(members: [member(me, "01")], isCollective: true)),
        FileVector(
            "140 collective by role",
            [
                members(
                    entry("FamilyMember", "01"),
                    entry("FamilyMember", "20", number: partner.digits))
            ],
            Household(members: [member(me, "01"), member(partner, "20")], isCollective: true)),
        FileVector(
            "141 alone is a household of one", [heads(entry("HeadOfFamily", "01"))],
            Household(members: [member(me, "01", since: nil, label: nil)], isCollective: false)),
        FileVector(
            "140 everybody has left",
            [members(entry("FamilyMember", "01", ended: "2020-01-01"))],
            fails: "FamilyMembers/FamilyMember"),
        FileVector(
            "140 in the file of a member",
            [heads(entry("HeadOfFamily", "02", number: partner.digits))],
            fails: "FamilyMembers/FamilyMember"),
        FileVector(
            "140 a number that is none",
            [members(entry("FamilyMember", "02", number: "60051290135"))],
            fails: "FamilyMembers/FamilyMember/NationalNumber/NationalNumber"),
    ]
}
