import Facts
import XMLDocuments

/// Elements in the form of the National Register's schema.
enum RegisterElement {
    static func element(
        _ name: String, _ children: [XMLElement], type: String? = nil
    ) -> XMLElement {
        // Structure tells a layout of the register's old transactions; one letter and digit.
        let attributes =
            type.map {
                [
                    XMLAttribute("Type", $0), XMLAttribute("Structure", "A1"),
                ]
            } ?? []
        return XMLElement(
            name, namespace: KSZNamespace.register, attributes: attributes, children: children)
    }

    static func text(_ name: String, _ value: String) -> XMLElement {
        XMLElement(name, namespace: KSZNamespace.register, text: value)
    }

    static func coded(_ name: String, _ code: String, _ label: String?) -> XMLElement {
        element(name, [text("Code", code)] + (label.map { [text("Label", $0)] } ?? []))
    }

    /// A date in its parts; the unknown ones are left out.
    static func date(_ name: String, _ date: IncompleteDate) -> XMLElement {
        let parts = date.text.split(separator: "-").map(String.init)
        guard parts.count == 3 else { return element(name, []) }
        var children = [
            text("Century", String(parts[0].prefix(2))), text("Year", String(parts[0].suffix(2))),
        ]
        if parts[1] != "00" { children.append(text("Month", parts[1])) }
        if parts[2] != "00" { children.append(text("Day", parts[2])) }
        return element(name, children)
    }

    static func date(_ name: String, _ day: CalendarDate) -> XMLElement { date(name, .full(day)) }

    /// The element `Date` of an entry: since when.
    static func date(_ date: IncompleteDate) -> XMLElement { self.date("Date", date) }

    static func date(_ day: CalendarDate) -> XMLElement { date("Date", .full(day)) }

    static func name(_ lastName: String, _ firstNames: [String]) -> XMLElement {
        element(
            "Name",
            [
                element(
                    "LastName", [text("Code", nameCode(lastName)), text("Label", lastName)])
            ]
                + firstNames.map {
                    element("FirstName", [text("Code", nameCode($0)), text("Label", $0)])
                })
    }

    static func number(_ member: SyntheticMember) -> XMLElement {
        element(
            "NationalNumber",
            [
                text("NationalNumber", member.ssin.digits), date(member.birthDate),
                text("Sex", member.sex == .male ? "1" : "2"),
            ])
    }

    /// The register codes names by eight digits; these are a checksum.
    private static func nameCode(_ name: String) -> String {
        let sum = name.utf8.reduce(UInt64(17)) { ($0 * 31 + UInt64($1)) % 90_000_000 }
        return String(10_000_000 + sum)
    }
}
