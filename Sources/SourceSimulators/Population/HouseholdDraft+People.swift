import Facts

extension HouseholdDraft {
    /// A birth so many years ago, never on a day that gathers unknown birthdays.
    mutating func birth(ages: Range<Int>) -> CalendarDate {
        let day = asOf.adding(months: -12 * generator.pick(ages))
            .adding(days: -generator.pick(1..<365))
        return SyntheticNumbers.isAvoidedBirthday(day) ? day.adding(days: 1) : day
    }

    mutating func person(ages: Range<Int>, sex: Sex? = nil, lastName: String? = nil) -> MemberPlan {
        let sex = sex ?? (generator.chance(50) ? .male : .female)
        var plan = MemberPlan(
            birth: .full(birth(ages: ages)), sex: sex,
            lastName: lastName ?? generator.pick(NameBook.lastNames),
            firstNames: [NameBook.firstName(sex, &generator)])
        if generator.chance(40) { plan.firstNames.append(NameBook.firstName(sex, &generator)) }
        if generator.chance(18) { plan.register = .foreigners }
        return plan
    }

    mutating func adult(ages: Range<Int>, sex: Sex? = nil, lastName: String? = nil) -> MemberPlan {
        var plan = person(ages: ages, sex: sex, lastName: lastName)
        plan.licence = licence()
        if ages.lowerBound > 40, generator.chance(20) {
            plan.civilState = .divorced(since: ago(days: generator.pick(100..<4000)))
        }
        return plan
    }

    mutating func couple(ages: Range<Int>) -> [MemberPlan] {
        let since = ago(days: generator.pick(200..<4000))
        var first = adult(ages: ages, sex: generator.chance(50) ? .male : .female)
        let likeliest: Sex = first.sex == .male ? .female : .male
        var second = adult(ages: ages, sex: generator.chance(92) ? likeliest : first.sex)
        first.civilState = .married(to: 1, since: since)
        second.civilState = .married(to: 0, since: since)
        second.role = .spouse
        return [first, second]
    }

    mutating func cohabitants() -> [MemberPlan] {
        let first = adult(ages: 22..<50)
        var second = adult(ages: 22..<50)
        second.role = generator.chance(50) ? .legalCohabitant : .partner
        return [first, second]
    }

    mutating func children(_ count: Range<Int>) -> [MemberPlan] {
        let lastName = generator.pick(NameBook.lastNames)
        return (0..<generator.pick(count)).map { _ in
            var child = person(ages: 0..<15, lastName: lastName)
            child.role = generator.chance(12) ? .stepchild : .child
            return child
        }
    }

    mutating func singleParent() -> [MemberPlan] {
        var parent = adult(ages: 30..<48)
        let since = ago(days: generator.pick(100..<2000))
        parent.civilState = generator.chance(60) ? .divorced(since: since) : .single
        var offspring = children(1..<4)
        if generator.chance(50) {
            for index in offspring.indices { offspring[index].sharedHostingSince = since }
        }
        return [parent] + offspring
    }

    mutating func grownUpChild() -> MemberPlan {
        var child = adult(ages: 19..<30)
        child.role = .child
        return child
    }

    mutating func threeGenerations() -> [MemberPlan] {
        var parent = adult(ages: 72..<90)
        parent.role = .parent
        var child = grownUpChild()
        child.birth = .full(birth(ages: 20..<26))
        var grandchild = person(ages: 0..<3, lastName: child.lastName)
        grandchild.role = .grandchild
        return [adult(ages: 47..<62), child, grandchild, parent]
    }

    mutating func coTenants() -> [MemberPlan] {
        (0..<generator.pick(2..<6)).map { index in
            var tenant = adult(ages: 19..<36)
            if index > 0 { tenant.role = generator.chance(15) ? .sibling : .unrelated }
            return tenant
        }
    }

    /// A licence of any state.
    private mutating func licence() -> SyntheticLicence {
        let issued = ago(days: generator.pick(40..<3000))
        switch generator.pick(0..<100) {
        case 0..<22: return .none
        case 22..<62:
            let more: [[LicenceCategory]] = [
                [.am, .b], [.am, .b], [.am, .b, .bE], [.am, .a, .b, .c],
            ]
            return .withCategories(
                generator.pick(more), issued: issued, expires: issued.adding(months: 120))
        case 62..<66: return .withCategories([.am], issued: issued, expires: nil)
        case 66..<72:
            return .withCategories(
                [.am, .b], issued: issued.adding(months: -121), expires: ago(days: 20))
        case 72..<95: return .withoutCategories(issued: issued)
        default: return .forfeited(issued: issued, since: ago(days: generator.pick(5..<40)))
        }
    }
}
