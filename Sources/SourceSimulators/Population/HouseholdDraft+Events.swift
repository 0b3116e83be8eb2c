import Facts

extension HouseholdDraft {
    /// What happened to some of the people: a move, a death, a new number.
    mutating func addEvents(to plan: inout HouseholdPlan) {
        guard plan.address != nil else { return }
        switch generator.pick(0..<100) {
        case 0..<4: moveOut(&plan)
        case 4..<6: depart(&plan, .struckOff(ago(days: generator.pick(10..<900))))
        case 6..<8: depart(&plan, .leftTheCountry(ago(days: generator.pick(10..<900))))
        case 8..<13: die(&plan)
        case 13..<16: declareMove(&plan)
        case 16..<18:
            for index in plan.members.indices { plan.members[index].hasProtectedAddress = true }
        case 18..<20: plan.members[0].hasFormerNumber = true
        default: break
        }
    }

    private mutating func moveOut(_ plan: inout HouseholdPlan) {
        guard !plan.isCollective else { return }
        let before = plan.address
        plan.address = NameBook.addressElsewhere(&generator)
        plan.since = ago(days: generator.pick(10..<700))
        for index in plan.members.indices { plan.members[index].previousAddress = before }
    }

    /// Only somebody who lives alone: whole families stay in the population.
    private func depart(_ plan: inout HouseholdPlan, _ departure: SyntheticDeparture) {
        guard plan.members.count == 1 else { return }
        plan.members[0].departure = departure
    }

    /// The reference person dies when there is an adult to take the place.
    private mutating func die(_ plan: inout HouseholdPlan) {
        guard plan.members.count == 1 || plan.members[1].role == .spouse else { return }
        let date = ago(days: generator.pick(3..<1500))
        plan.members[0].departure = .deceased(date)
        guard plan.members.count > 1 else { return }
        plan.members[1].civilState = .widowed(since: date)
    }

    private mutating func declareMove(_ plan: inout HouseholdPlan) {
        let date = ago(days: generator.pick(1..<40))
        let municipality = generator.pick(Municipality.allCases)
        let move: SyntheticPendingMove =
            generator.chance(50)
            ? .declaration(on: date)
            : .intention(to: NISCode(municipality), name: municipality.name, on: date)
        for index in plan.members.indices { plan.members[index].pendingMove = move }
    }

    /// Cars and vans of the adults, of lease companies and of the companies that they direct.
    mutating func addVehicles(to plan: inout HouseholdPlan) {
        for index in plan.members.indices where isAdult(plan.members[index]) {
            guard generator.chance(48) else { continue }
            var vehicle = VehiclePlan(
                holder: .member(index), since: ago(days: generator.pick(5..<3000)))
            if generator.chance(15) {
                vehicle.holder = .enterprise(generator.pick(0..<enterpriseCount))
            }
            switch generator.pick(0..<100) {
            case 0..<3: vehicle.status = .invented(code: generator.pick(["SIM", "SIM2"]))
            case 3..<8: vehicle.wasHandedOn = true
            case 8..<12: (vehicle.category, vehicle.maximumMass) = (.m1, 3850)
            case 12..<14: (vehicle.category, vehicle.maximumMass) = (.n2, 7490)
            case 14..<22: (vehicle.category, vehicle.maximumMass) = (.n1, 2800)
            default: vehicle.maximumMass = 1400 + 50 * generator.pick(0..<22)
            }
            plan.vehicles.append(vehicle)
        }
    }

    private func isAdult(_ member: MemberPlan) -> Bool {
        guard let latest = member.birth.latest else { return false }
        return asOf.completedYears(since: latest) >= 18
    }
}
