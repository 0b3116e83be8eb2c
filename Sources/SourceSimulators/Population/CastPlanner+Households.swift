import Facts

extension CastPlanner {
    func leased() -> HouseholdPlan {
        var person = man("Cratchit", "Bob", born: (1982, 12, 24), 901)
        person.character = .leasedCar
        let vehicle = VehiclePlan(
            holder: .enterprise(0), since: ago(years: 2), characters: [.leasedCar])
        return household([person], house: 3, vehicles: [vehicle])
    }

    func fullHousehold() -> HouseholdPlan {
        var first = woman("Bennet", "Elizabeth", born: (1986, 1, 28), 900)
        first.character = .firstOfFullHousehold
        first.civilState = .married(to: 1, since: ago(years: 7))
        var second = man("Darcy", "Fitzwilliam", born: (1981, 8, 12), 901)
        second.character = .secondOfFullHousehold
        second.role = .spouse
        second.civilState = .married(to: 0, since: ago(years: 7))
        var third = woman("Bennet", "Lydia", born: (1992, 6, 9), 900)
        third.character = .thirdOfFullHousehold
        third.role = .sibling
        return household(
            [first, second, third], house: 5,
            vehicles: [
                car(of: 0, for: .firstOfFullHousehold), car(of: 1, for: .secondOfFullHousehold),
                car(of: 2, for: .thirdOfFullHousehold),
            ])
    }

    func separatedParent() -> HouseholdPlan {
        var parent = woman("Liddell", "Dinah", born: (1989, 5, 4), 900)
        parent.character = .parentOfMinor
        parent.civilState = .divorced(since: ago(years: 2))
        var child = woman("Wonderland", "Alice", born: (2018, 5, 4), 900)
        child.character = .minor
        child.role = .child
        child.licence = .none
        child.sharedHostingSince = ago(years: 2)
        child.otherParent = .otherParent
        return household([parent, child], house: 7, vehicles: [car(for: .parentOfMinor, .minor)])
    }

    func otherParent() -> HouseholdPlan {
        var parent = man("Wonderland", "Carroll", born: (1987, 1, 27), 901)
        parent.civilState = .divorced(since: ago(years: 2))
        // The alternating stay stands in his file too.
        parent.sharedHostingSince = ago(years: 2)
        return alone(.otherParent, parent, house: 9)
    }

    func movedOut() -> HouseholdPlan {
        var plan = alone(.movedOut, man("Gulliver", "Lemuel", born: (1977, 10, 28), 901), house: 11)
        let place = NameBook.elsewhere[0]
        plan.members[0].previousAddress = plan.address
        plan.since = ago(days: 120)
        if let code = try? NISCode(parsing: place.code) {
            plan.address = SyntheticAddress(
                street: LocalizedText(nl: "Reizigerslaan", fr: "Avenue des Voyageurs"),
                streetCode: "30009999", houseNumber: "11", box: nil, postCode: place.postCode,
                municipality: code, municipalityName: place.name)
        }
        return plan
    }

    func pending() -> HouseholdPlan {
        var plan = alone(
            .pendingMove, man("Crusoe", "Robinson", born: (1983, 9, 30), 901), house: 17)
        plan.members[0].pendingMove = .intention(
            to: NISCode(.etterbeek), name: Municipality.etterbeek.name, on: ago(days: 9))
        return plan
    }

    func declared() -> HouseholdPlan {
        var plan = alone(
            .declaredMove, woman("Flanders", "Moll", born: (1991, 3, 27), 900), house: 19)
        plan.members[0].pendingMove = .declaration(on: ago(days: 6))
        return plan
    }

    func protected() -> HouseholdPlan {
        var plan = alone(
            .protectedAddress, man("Dantès", "Edmond", born: (1980, 2, 24), 901), house: 21)
        plan.members[0].hasProtectedAddress = true
        return plan
    }

    func deceasedAndWidowed() -> HouseholdPlan {
        var dead = man("Marley", "Jacob", born: (1948, 12, 23), 901)
        dead.character = .deceased
        dead.departure = .deceased(ago(days: 45))
        var widow = woman("Marley", "Belle", born: (1951, 12, 19), 900)
        widow.character = .widowed
        widow.civilState = .widowed(since: ago(days: 45))
        return household(
            [dead, widow], house: 23,
            vehicles: [car(of: 0, for: .deceased), car(of: 1, for: .widowed)])
    }

    func replaced() -> HouseholdPlan {
        var plan = alone(
            .replacedNumber, man("Valjean", "Jean", born: (1969, 2, 26), 901), house: 25)
        plan.members[0].register = .foreigners
        plan.members[0].hasFormerNumber = true
        return plan
    }

    func bis() -> HouseholdPlan {
        var person = man("Passepartout", "Jean", born: (1985, 7, 14), 901)
        person.number = .bis(isSexKnown: true)
        person.licence = .none
        person.character = .bis
        return HouseholdPlan(
            address: nil, since: ago(years: 1), members: [person], vehicles: [car(for: .bis)])
    }

    func handedOn() -> HouseholdPlan {
        var plan = alone(
            .handedOnPlate, man("Nemo", "Ishmael", born: (1993, 10, 18), 901), house: 43)
        plan.vehicles[0].wasHandedOn = true
        plan.vehicles[0].since = ago(days: 40)
        plan.vehicles[0].characters.append(.formerHolder)
        return plan
    }

    func director() -> HouseholdPlan {
        var person = woman("Havisham", "Estella", born: (1984, 12, 2), 900)
        person.character = .director
        let vehicle = VehiclePlan(
            holder: .enterprise(1), since: ago(years: 1), characters: [.director])
        return household([person], house: 49, vehicles: [vehicle])
    }

    func home() -> HouseholdPlan {
        var head = woman("Bumble", "Charity", born: (1964, 2, 7), 900)
        head.character = .collectiveHead
        var resident = man("Twist", "Oliver", born: (2001, 2, 9), 901)
        resident.character = .collectiveResident
        resident.role = .collectiveResident
        var other = man("Dodger", "Jack", born: (1999, 3, 10), 901)
        other.role = .collectiveResident
        var plan = household(
            [head, resident, other], house: 51,
            vehicles: [car(of: 0, for: .collectiveHead), car(of: 1, for: .collectiveResident)])
        plan.isCollective = true
        return plan
    }

    func shared(_ role: DemoCast) -> HouseholdPlan {
        let person =
            role == .firstAtSharedAddress
            ? man("Jekyll", "Henry", born: (1976, 1, 5), 901)
            : man("Hyde", "Edward", born: (1976, 1, 5), 903)
        var plan = alone(role, person, house: 53)
        plan.since = ago(years: role == .firstAtSharedAddress ? 8 : 2)
        return plan
    }

    func generations() -> HouseholdPlan {
        var head = woman("Woodhouse", "Emma", born: (1972, 12, 23), 900)
        head.character = .threeGenerations
        head.civilState = .widowed(since: ago(years: 4))
        var child = man("Woodhouse", "George", born: (1998, 4, 3), 901)
        child.role = .child
        var grandchild = woman("Woodhouse", "Harriet", born: (2023, 6, 14), 900)
        grandchild.role = .grandchild
        grandchild.licence = .none
        var parent = man("Woodhouse", "Henry", born: (1944, 9, 25), 901)
        parent.role = .parent
        parent.civilState = .widowed(since: ago(years: 20))
        return household(
            [head, child, grandchild, parent], house: 55,
            vehicles: [car(of: 0, for: .threeGenerations), car(of: 1)])
    }
}
