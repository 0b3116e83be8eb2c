import Facts

extension Population {
    /// The enterprise with this index: the same one in every population of the same seed.
    public func enterprise(at index: Int) -> SyntheticEnterprise? {
        SyntheticEnterprise(index: index, seed: seed, asOf: asOf)
    }
}

extension SyntheticEnterprise {
    /// Every eighth is a lease company, every third of the others a natural person.
    init?(index: Int, seed: UInt64, asOf: CalendarDate) {
        guard let number = SyntheticNumbers.enterprise(at: index) else { return nil }
        var generator = SplitMix(seed: seed ^ 0xB0EC, stream: index)
        let isLeaseCompany = index % 8 == 0
        let isNaturalPerson = !isLeaseCompany && index > 1 && index % 3 == 0
        let municipality = generator.pick(Municipality.allCases)
        let seat = NameBook.address(in: municipality, &generator)
        self.init(
            index: index, number: number,
            name: Self.name(at: index, isLeaseCompany, &generator),
            isLeaseCompany: isLeaseCompany, seat: isNaturalPerson ? nil : seat,
            isNaturalPerson: isNaturalPerson,
            startDate: asOf.adding(days: -generator.pick(100..<15_000)))
    }

    private static func name(
        at index: Int, _ isLeaseCompany: Bool, _ generator: inout SplitMix
    ) -> String {
        switch index {
        case 0: "Scrooge & Marley Lease"
        case 1: "Satis House Brewery"
        default:
            generator.pick(NameBook.lastNames)
                + (isLeaseCompany
                    ? " Lease " : generator.pick([" Bakkerij ", " Atelier ", " & Co "]))
                + String(index)
        }
    }
}
