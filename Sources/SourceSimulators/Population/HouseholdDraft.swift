import Facts

/// Draws one household: its shape first, then who is in it, then what may happen to each.
struct HouseholdDraft {
    let asOf: CalendarDate
    var generator: SplitMix
    let enterpriseCount: Int

    private enum Shape {
        case single, couple, cohabitants, family, singleParent, grownUpChild, threeGenerations
        case coTenants, collective, outsideTheRegister

        /// Of a hundred households.
        static let weights: [(Shape, Int)] = [
            (.single, 33), (.couple, 13), (.cohabitants, 8), (.family, 19), (.singleParent, 8),
            (.grownUpChild, 5), (.threeGenerations, 3), (.coTenants, 6), (.collective, 1),
            (.outsideTheRegister, 4),
        ]
    }

    mutating func household() -> HouseholdPlan {
        let shape = pickShape()
        var plan = HouseholdPlan(
            address: NameBook.address(in: generator.pick(Municipality.allCases), &generator),
            since: ago(days: generator.pick(30..<6000)))
        switch shape {
        case .single: plan.members = [adult(ages: 20..<92)]
        case .couple: plan.members = couple(ages: 24..<88)
        case .cohabitants: plan.members = cohabitants()
        case .family: plan.members = couple(ages: 28..<48) + children(1..<5)
        case .singleParent: plan.members = singleParent()
        case .grownUpChild: plan.members = couple(ages: 50..<68) + [grownUpChild()]
        case .threeGenerations: plan.members = threeGenerations()
        case .coTenants: plan.members = coTenants()
        case .collective: makeCollective(&plan)
        case .outsideTheRegister: makeOutside(&plan)
        }
        addEvents(to: &plan)
        addVehicles(to: &plan)
        return plan
    }

    func ago(days: Int) -> CalendarDate { asOf.adding(days: -days) }

    private mutating func pickShape() -> Shape {
        var draw = generator.pick(0..<100)
        for (shape, weight) in Shape.weights {
            if draw < weight { return shape }
            draw -= weight
        }
        return .single
    }

    private mutating func makeCollective(_ plan: inout HouseholdPlan) {
        plan.isCollective = true
        plan.members = (0..<generator.pick(6..<14)).map { _ in adult(ages: 66..<97) }
        for index in plan.members.indices.dropFirst() {
            plan.members[index].role = .collectiveResident
        }
    }

    private mutating func makeOutside(_ plan: inout HouseholdPlan) {
        plan.address = nil
        var person = adult(ages: 20..<66)
        person.number = .bis(isSexKnown: generator.chance(70))
        if generator.chance(20), case .full(let date) = person.birth {
            person.birth = .year(date.year)
        }
        plan.members = [person]
    }
}
