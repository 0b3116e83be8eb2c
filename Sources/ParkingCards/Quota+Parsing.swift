import Facts
import StrictYAML

extension Quota {
    init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let key = reader.choice("key", of: QuotaKey.self)
        // Residents of a home are no family: for them only the person counts.
        if key == .household {
            _ = reader.choice("collective_household", of: CollectiveHouseholdKey.self)
        }
        let maximum = DatedValues(&reader, "max", references, value: QuotaMaximum.read)
        let bySector = reader.optionalMapping("max_by_sector") { sectors in
            Self.maximumBySector(&sectors, references)
        }
        let grandfathering = reader.optionalChoice("grandfather", of: Grandfathering.self)
        let cap = DatedValues<Int>.optional(&reader, "municipal_cap", references) {
            $0.wholeNumber("value", in: 0...1_000_000)
        }
        // More than one card for a plate exists only where a car is shared.
        _ = reader.optionalInteger("per_plate", in: 1...1)
        let plates = reader.optionalInteger("plates_per_card", in: 1...20).map(Int.init)
        let sharing = reader.optionalMapping("car_share") { CarSharing(&$0, lifts: true) }
        let allowance = reader.optionalMapping("allowance") { Allowance(&$0, references) }
        guard let key, let maximum else { return nil }
        self.init(
            key: key, maximum: maximum, maximumBySector: bySector ?? [:],
            grandfathering: grandfathering ?? .keepUntilExpiry, municipalCap: cap,
            platesPerCard: plates ?? 1, carSharing: sharing, allowance: allowance)
    }

    private static func maximumBySector(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> [SectorID: DatedValues<QuotaMaximum>]? {
        var maxima: [SectorID: DatedValues<QuotaMaximum>] = [:]
        for key in reader.keys {
            guard let id = SectorID(parsing: key), references.sectors.contains(id) else {
                reader.report(.invalid(expected: "the name of a sector of the list"), at: key)
                continue
            }
            maxima[id] = DatedValues(&reader, key, references, value: QuotaMaximum.read)
        }
        return maxima
    }
}

extension QuotaMaximum {
    /// Reads `value`: a number of cards, or a share of the staff.
    static func read(_ entry: inout YAMLReader) -> QuotaMaximum? {
        guard entry.optionalNode("value")?.entries != nil else {
            return entry.wholeNumber("value", in: 0...1000).map(QuotaMaximum.cards)
        }
        return entry.mapping("value") { value in
            let share = value.decimal("staff_share", digits: 3, in: 1...1000)
            let above = value.wholeNumber("above_staff", in: 0...1_000_000)
            guard let share, let above else { return nil }
            return .staffShare(perMille: share, above: above)
        }
    }
}

extension CarSharing {
    /// - Parameter lifts: whether the entry says what the exception lifts.
    init?(_ reader: inout YAMLReader, lifts: Bool) {
        let users = reader.wholeNumber("min_users", in: 1...100)
        let domiciled = reader.wholeNumber("min_domiciled_in_region", in: 0...100)
        if lifts { _ = reader.choice("lifts", of: LiftedRule.self) }
        guard let users, let domiciled else { return nil }
        self.init(leastUsers: users, leastDomiciledInRegion: domiciled)
    }
}

extension Allowance {
    fileprivate init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let unit = reader.text("unit", expected: "a time such as PT4H30M") {
            ParkingPeriod(parsing: $0)
        }
        let per = reader.term("per")
        let visits = DatedValues<Int>(&reader, "visits", references) {
            $0.wholeNumber("value", in: 0...10_000)
        }
        let free = reader.optionalInteger("free", in: 0...10_000).map(Int.init)
        let scale = reader.optionalMapping("by_age") { scale -> Scale? in
            let age = scale.wholeNumber("from_age", in: 1...130)
            let visits = scale.wholeNumber("value", in: 0...10_000)
            guard let age, let visits else { return nil }
            return Scale(fromAge: age, visits: visits)
        }
        guard let unit, let per, let visits else { return nil }
        self.init(unit: unit, per: per, visits: visits, free: free ?? 0, scale: scale)
    }
}

/// By what the cards of a home or community are counted.
private enum CollectiveHouseholdKey: String, CaseIterable {
    case person
}

private enum LiftedRule: String, CaseIterable {
    case perPlate = "per_plate"
}
