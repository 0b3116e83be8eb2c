public import Facts

/// A deterministic population of invented people with their households, vehicles and enterprises.
///
/// The same seed, size and day give the same population, and the ``DemoCast`` is in every one.
/// Only the numbers are kept in memory (some hundred bytes for each person); everything else is
/// worked out again when it is asked for. See ``SyntheticNumbers`` for why nobody here can be real.
public struct Population: Sendable {
    /// The seed and day of the demo.
    public static let demoSeed: UInt64 = 2026
    public static let demoDay = CalendarDate(daysSinceEpoch: 20_698)  // 2026-09-02

    public let seed: UInt64
    /// The day on which the registers say what they say.
    public let asOf: CalendarDate
    let planner: HouseholdPlanner
    private(set) var numbers: [SSIN] = []
    /// The index of the first person, and of the first vehicle, of each household; one more at the
    /// end.
    private(set) var firstPerson: [Int32] = [0]
    private(set) var firstVehicle: [Int32] = [0]
    private(set) var indices: [SSIN: Int32] = [:]
    private(set) var replacements: [SSIN: SSIN] = [:]
    private(set) var characters: [DemoCast: DemoCharacter] = [:]

    /// - Parameter size: the population stops growing with the household that reaches this number
    ///   of people; the cast is always there.
    public init(
        seed: UInt64 = Population.demoSeed, size: Int = 2000,
        asOf: CalendarDate = Population.demoDay
    ) {
        self.seed = seed
        self.asOf = asOf
        planner = HouseholdPlanner(
            seed: seed, asOf: asOf, enterpriseCount: max(16, size / 20))
        var allocation = NumberAllocation()
        var household = 0
        while household < planner.castCount || numbers.count < size {
            let plan = planner.plan(at: household)
            let isCast = household < planner.castCount
            add(plan, to: &allocation, isCast: isCast)
            household += 1
        }
        castCharacters()
    }

    /// How many people there are.
    public var count: Int { numbers.count }
    public var householdCount: Int { firstPerson.count - 1 }
    public var vehicleCount: Int { Int(firstVehicle[householdCount]) }
    public var enterpriseCount: Int { planner.enterpriseCount }

    /// Every number that somebody has now.
    public var ssins: [SSIN] { numbers }

    /// Whether somebody has this number now.
    public func contains(_ ssin: SSIN) -> Bool { indices[ssin] != nil }

    /// The number that replaced this one, if one did.
    public func replacement(of ssin: SSIN) -> SSIN? { replacements[ssin] }

    /// Every number that was replaced.
    public var formerNumbers: [SSIN] { replacements.keys.sorted { $0.digits < $1.digits } }

    /// The character of the demo, with the number and plate to give.
    public func character(_ role: DemoCast) -> DemoCharacter {
        guard let character = characters[role] else {
            preconditionFailure("every character is cast when the population is made")
        }
        return character
    }

    private mutating func add(
        _ plan: HouseholdPlan, to allocation: inout NumberAllocation, isCast: Bool
    ) {
        for member in plan.members {
            let ssin = allocation.number(for: member)
            indices[ssin] = Int32(numbers.count)
            numbers.append(ssin)
            if member.hasFormerNumber {
                replacements[allocation.formerNumber(for: member)] = ssin
            }
        }
        firstPerson.append(Int32(numbers.count))
        firstVehicle.append(Int32(vehicleCount(before: firstVehicle) + plan.vehicles.count))
    }

    private func vehicleCount(before: [Int32]) -> Int { before.last.map(Int.init) ?? 0 }

    private mutating func castCharacters() {
        for household in 0..<planner.castCount {
            let plan = planner.plan(at: household)
            for (offset, member) in plan.members.enumerated() {
                guard let role = member.character else { continue }
                let ssin = numbers[Int(firstPerson[household]) + offset]
                characters[role] = DemoCharacter(
                    role: role, ssin: formerNumber(of: ssin) ?? ssin, plate: castPlate(of: role),
                    name: (member.firstNames + [member.lastName]).joined(separator: " "))
            }
        }
        characters[.unknownNumber] = DemoCharacter(
            role: .unknownNumber, ssin: NumberAllocation.nobody, plate: nil, name: nil)
    }

    private func formerNumber(of ssin: SSIN) -> SSIN? {
        replacements.first { $0.value == ssin }?.key
    }

    private func castPlate(of role: DemoCast) -> Plate? {
        // Far beyond the vehicles of any population.
        if role == .unregisteredPlate { return SyntheticNumbers.plate(at: 17_000_000) }
        for household in 0..<planner.castCount {
            let vehicles = planner.plan(at: household).vehicles
            if let offset = vehicles.firstIndex(where: { $0.characters.contains(role) }) {
                return SyntheticNumbers.plate(at: Int(firstVehicle[household]) + offset)
            }
        }
        return nil
    }
}
