import Facts

/// Plans the households of the demo's characters. They come first in every population, so their
/// numbers and plates are the same whatever its size and seed.
struct CastPlanner {
    /// Dates are reckoned from this day; only the births are fixed.
    let asOf: CalendarDate

    /// The households, in an order that never changes: append only.
    var households: [HouseholdPlan] {
        [
            alone(.granted, man("Fogg", "Phileas", born: (1971, 10, 2), 901), house: 1),
            leased(), fullHousehold(), separatedParent(), otherParent(), movedOut(),
            left(.movedOutAbroad, woman("Eyre", "Jane", born: (1988, 4, 21), 900)) {
                .leftTheCountry($0)
            },
            left(.struckOff, man("Schlemihl", "Peter", born: (1979, 1, 30), 901)) {
                .struckOff($0)
            },
            pending(), declared(), protected(), deceasedAndWidowed(), replaced(), bis(),
            alone(
                .noLicence, man("Quijano", "Alonso", born: (1965, 9, 29), 901), house: 27,
                licence: SyntheticLicence.none),
            alone(
                .forfeitedLicence, man("Toad", "Thaddeus", born: (1984, 10, 8), 901), house: 29,
                licence: .forfeited(issued: ago(years: 12), since: ago(days: 60))),
            alone(
                .expiredLicence, man("Van Winkle", "Rip", born: (1950, 6, 23), 901), house: 31,
                licence: .withCategories(
                    [.am, .b], issued: ago(years: 21), expires: ago(days: 400))),
            alone(
                .mopedLicence, man("Finn", "Huckleberry", born: (2004, 2, 18), 901), house: 33,
                licence: .withCategories([.am], issued: ago(years: 4), expires: ahead(years: 6))),
            alone(
                .licenceWithoutCategories, man("Holmes", "Sherlock", born: (1974, 1, 6), 901),
                house: 35, licence: .withoutCategories(issued: ago(years: 9))),
            plateless(
                .plateOfSomebodyElse, man("Raskolnikov", "Rodion", born: (1996, 11, 11), 901),
                house: 37),
            plateless(
                .unregisteredPlate, man("Gray", "Dorian", born: (1990, 6, 20), 901), house: 39),
            alone(
                .unpublishedPlateStatus, woman("Prynne", "Hester", born: (1985, 3, 16), 900),
                house: 41
            ) { $0.status = .invented(code: "SIM") },
            handedOn(),
            plateless(
                .formerHolder, woman("Karenina", "Anna", born: (1978, 5, 17), 900), house: 45),
            alone(
                .heavyVehicle, man("Pantagruel", "Gargantua", born: (1969, 11, 3), 901), house: 47
            ) {
                $0.category = .n2
                $0.maximumMass = 7490
            },
            director(), home(), shared(.firstAtSharedAddress), shared(.secondAtSharedAddress),
            generations(),
        ]
    }

    func ago(years: Int = 0, days: Int = 0) -> CalendarDate {
        asOf.adding(months: -12 * years).adding(days: -days)
    }

    func ahead(years: Int) -> CalendarDate { asOf.adding(months: 12 * years) }

    func man(
        _ last: String, _ first: String, born: (Int, Int, Int), _ sequence: Int
    ) -> MemberPlan {
        member(last, first, .male, born, sequence)
    }

    func woman(
        _ last: String, _ first: String, born: (Int, Int, Int), _ sequence: Int
    ) -> MemberPlan {
        member(last, first, .female, born, sequence)
    }

    private func member(
        _ last: String, _ first: String, _ sex: Sex, _ born: (Int, Int, Int), _ sequence: Int
    ) -> MemberPlan {
        let date = CalendarDate(year: born.0, month: born.1, day: born.2)
        precondition(
            date.map { !SyntheticNumbers.isAvoidedBirthday($0) } ?? false,
            "a character has a birthday that is not allowed")
        var plan = MemberPlan(
            birth: date.map { .full($0) } ?? .year(born.0), sex: sex, lastName: last,
            firstNames: [first])
        plan.sequence = sequence
        plan.licence = valid
        return plan
    }

    var valid: SyntheticLicence {
        .withCategories([.am, .b], issued: ago(years: 6), expires: ahead(years: 4))
    }

    func house(_ number: Int, box: String? = nil) -> SyntheticAddress {
        SyntheticAddress(
            street: LocalizedText(nl: "Romanpersonagestraat", fr: "Rue des Personnages"),
            streetCode: "10309999", houseNumber: String(number), box: box, postCode: "1030",
            municipality: NISCode(.schaerbeek), municipalityName: Municipality.schaerbeek.name)
    }

    func household(
        _ members: [MemberPlan], house number: Int, box: String? = nil,
        vehicles: [VehiclePlan] = []
    ) -> HouseholdPlan {
        HouseholdPlan(
            address: house(number, box: box), since: ago(years: 5), members: members,
            vehicles: vehicles)
    }

    func car(of member: Int = 0, for characters: DemoCast...) -> VehiclePlan {
        VehiclePlan(holder: .member(member), since: ago(years: 3), characters: characters)
    }

    /// Somebody who lives alone with a car.
    func alone(
        _ role: DemoCast, _ plan: MemberPlan, house number: Int,
        licence: SyntheticLicence? = nil,
        vehicle change: (inout VehiclePlan) -> Void = { _ in }
    ) -> HouseholdPlan {
        var person = plan
        person.character = role
        if let licence { person.licence = licence }
        // The plate of the first character is also given by somebody whose car it is not.
        var vehicle = car(for: role)
        if role == .granted { vehicle.characters.append(.plateOfSomebodyElse) }
        change(&vehicle)
        return household([person], house: number, vehicles: [vehicle])
    }

    /// Somebody who lives alone and gives a plate that is not of a car of theirs.
    private func plateless(
        _ role: DemoCast, _ plan: MemberPlan, house number: Int
    ) -> HouseholdPlan {
        var person = plan
        person.character = role
        return household([person], house: number)
    }

    /// Somebody who is in the registers no longer.
    private func left(
        _ role: DemoCast, _ plan: MemberPlan, _ departure: (CalendarDate) -> SyntheticDeparture
    ) -> HouseholdPlan {
        var person = plan
        person.character = role
        person.departure = departure(ago(days: 200))
        return household([person], house: 15, vehicles: [car(for: role)])
    }
}
