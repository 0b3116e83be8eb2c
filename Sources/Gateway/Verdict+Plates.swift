import Facts

/// What follows from the codes with which the DIV writes plates and fuels.
extension Verdict {
    /// Whether the plate is of a kind that the rule accepts. A code that no list explains leaves it
    /// open, unless the rule does not distinguish.
    static func isOfKind(_ vehicle: VehicleRegistration, _ rule: PlateKindRule) -> Verdict {
        guard let code = vehicle.plateType?.code else { return .unknown(.inconclusive) }
        return PlateKind(registered: code).map { Verdict(rule.accepts($0)) }
            ?? .unknown(.notPublished)
    }

    /// Whether the zone admits the vehicle, by every fuel that it can burn.
    static func meets(_ rule: LowEmissionRule, _ vehicle: VehicleRegistration) -> Verdict {
        let category = vehicle.category.flatMap { VehicleCategory(rawValue: $0.code) }
        let kind = vehicle.plateType.flatMap { PlateKind(registered: $0.code) }
        // An electric vehicle may be written without a fuel, and so may one of which nothing is
        // known.
        let fuels = vehicle.fuels ?? []
        guard !fuels.isEmpty else {
            return Verdict(
                rule.admits(category: category, plateKind: kind, isDiesel: true, euro: nil))
        }
        return fuels.map { fuel in
            Self.meets(rule, fuel, category: category, plateKind: kind)
        }.reduce(.yes) { $0.and($1) }
    }

    private static func meets(
        _ rule: LowEmissionRule, _ fuel: Fuel, category: VehicleCategory?, plateKind: PlateKind?
    ) -> Verdict {
        let answers = fuel.kinds.map { isDiesel in
            rule.admits(
                category: category, plateKind: plateKind, isDiesel: isDiesel,
                euro: fuel.euroStandard)
        }
        guard let first = answers.first, answers.allSatisfy({ $0 == first }) else {
            return .unknown(.inconclusive)
        }
        return Verdict(first)
    }
}

extension PlateKind {
    /// The kind for which a plate type of the DIV stands; `nil` for a code that no list explains.
    /// `NM` is published with the samples of its interface, `CD` in list 500J of Telebib2.
    init?(registered code: String) {
        switch code {
        case "NM": self = .normal
        case "CD": self = .diplomatic
        default: return nil
        }
    }
}

extension Fuel {
    /// Whether it is diesel, `nil` for one on which no zone puts a minimum: all that the code can
    /// stand for in the eyes of a zone, which knows diesel and petrol alone.
    fileprivate var kinds: [Bool?] {
        switch fuel.code {
        case "10": [false]  // petrol
        case "20", "21": [true]  // diesel, biodiesel
        case "50": [nil]  // hydrogen
        default: [true, false]  // E85, LPG, and what no list explains
        }
    }

    /// The figure of the European standard: `6` of `6d`, `5` of the `V` of heavy vehicles.
    fileprivate var euroStandard: Int? {
        guard let euroNorm else { return nil }
        let digits = euroNorm.prefix { $0.isASCII && $0.isNumber }
        if let figure = Int(digits) { return figure }
        return ["I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6][euroNorm]
    }
}
