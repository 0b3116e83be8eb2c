import Facts

/// The rows of one enterprise with everything that belongs to it.
struct EnterpriseRows {
    private(set) var rows: [(table: ExtractTableName, fields: [ExtractField])] = []
    /// The keys under which the rows stand, for the files that delete.
    private(set) var establishmentNumbers: [String] = []
    private(set) var branch: String?

    /// - Parameter revision: a later revision has another name.
    init(_ enterprise: SyntheticEnterprise, revision: Int = 0) {
        let number = enterprise.number.dotted
        add(
            .enterprise,
            [
                .text(number), "AC", "000", enterprise.isNaturalPerson ? "1" : "2",
                enterprise.isNaturalPerson ? .empty : "014", .empty, .day(enterprise.startDate),
            ])
        let name = revision == 0 ? enterprise.name : enterprise.name + " (II)"
        let language: ExtractField = enterprise.index % 2 == 0 ? "2" : "1"
        add(.denomination, [.text(number), language, "001", .text(name)])
        if enterprise.index % 11 == 0 {
            // A comma, which only the quotation marks keep from being a separator.
            add(.denomination, [.text(number), language, "003", .text("\(name), winkel")])
        }
        if let seat = enterprise.seat { add(.address, Self.address(number, "REGO", seat)) }
        add(.activity, [.text(number), "001", "2025", .text(Self.nace(enterprise)), "MAIN"])
        if enterprise.index % 4 == 0 {
            add(.activity, [.text(number), "006", "2025", .text(Self.nace(enterprise)), "SECO"])
        }
        if enterprise.index % 5 == 0 {
            add(.contact, [.text(number), "ENT", "WEB", "https://example.org/"])
        }
        addEstablishments(of: enterprise, number: number)
        addBranch(of: enterprise, number: number)
    }

    private mutating func add(_ table: ExtractTableName, _ fields: [ExtractField]) {
        rows.append((table, fields))
    }

    private mutating func addEstablishments(of enterprise: SyntheticEnterprise, number: String) {
        for offset in 0..<(enterprise.index % 9 == 0 ? 2 : 1) {
            guard
                let unit = SyntheticNumbers.establishment(at: enterprise.index * 2 + offset)?.dotted
            else { continue }
            establishmentNumbers.append(unit)
            add(
                .establishment,
                [.text(unit), .day(enterprise.startDate.adding(days: offset * 30)), .text(number)])
            if let seat = enterprise.seat {
                add(.address, Self.address(unit, "BAET", seat))
            }
            if enterprise.index % 6 == 0 {
                // A unit with an activity of its own.
                add(.activity, [.text(unit), "001", "2025", "56101", "MAIN"])
            }
            if enterprise.index % 7 == 0 {
                add(.denomination, [.text(unit), "1", "003", .text(enterprise.name)])
            }
        }
    }

    /// Every five hundredth is of a foreign enterprise with a branch.
    private mutating func addBranch(of enterprise: SyntheticEnterprise, number: String) {
        guard enterprise.index % 500 == 2 else { return }
        let base = 90_000_000 + enterprise.index / 500
        let digits = String(base) + SyntheticNumbers.padded(97 - base % 97, to: 2)
        let rest = digits.dropFirst()
        let id =
            "9.\(rest.prefix(3)).\(rest.dropFirst(3).prefix(3)).\(rest.suffix(3))"
        branch = id
        add(.branch, [.text(id), .day(enterprise.startDate), .text(number)])
    }

    private static func nace(_ enterprise: SyntheticEnterprise) -> String {
        if enterprise.isLeaseCompany { return "77110" }
        return ["47110", "10711", "62010", "56101", "43320"][enterprise.index % 5]
    }

    private static func address(
        _ entity: String, _ type: String, _ address: SyntheticAddress
    ) -> [ExtractField] {
        [
            .text(entity), .text(type), .empty, .empty, .text(address.postCode),
            .text(address.municipalityName.nl), .text(address.municipalityName.fr),
            .text(address.street.nl), .text(address.street.fr), .text(address.houseNumber),
            address.box.map { .text($0) } ?? .empty, .empty, .empty,
        ]
    }
}
