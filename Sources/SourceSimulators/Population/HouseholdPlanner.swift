import Facts

/// Plans any household of a population from its index alone.
struct HouseholdPlanner {
    let seed: UInt64
    let asOf: CalendarDate
    /// How many enterprises there are to own vehicles.
    let enterpriseCount: Int
    private let cast: [HouseholdPlan]

    init(seed: UInt64, asOf: CalendarDate, enterpriseCount: Int) {
        self.seed = seed
        self.asOf = asOf
        self.enterpriseCount = enterpriseCount
        cast = CastPlanner(asOf: asOf).households
    }

    /// How many households come before the generated ones.
    var castCount: Int { cast.count }

    /// The plan of a household; always the same for the same seed, day and index.
    func plan(at index: Int) -> HouseholdPlan {
        if index < cast.count { return cast[index] }
        var draft = HouseholdDraft(
            asOf: asOf, generator: SplitMix(seed: seed, stream: index),
            enterpriseCount: enterpriseCount)
        var plan = draft.household()
        if sharesAddress(index), let address = neighbour(of: index) { plan.address = address }
        return plan
    }

    /// Every thirteenth household lives where another does: the two are not one household.
    private func sharesAddress(_ index: Int) -> Bool {
        index % 13 == 7 && index > cast.count
    }

    private func neighbour(of index: Int) -> SyntheticAddress? {
        var draft = HouseholdDraft(
            asOf: asOf, generator: SplitMix(seed: seed, stream: index - 1),
            enterpriseCount: enterpriseCount)
        let plan = draft.household()
        return plan.isCollective ? nil : plan.address
    }
}
