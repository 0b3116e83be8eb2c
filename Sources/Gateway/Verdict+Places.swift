import Facts

/// What follows from where somebody or something is registered.
extension Verdict {
    /// Whether the person's main residence is at the address.
    ///
    /// A pending move never makes a no: the register truthfully says the old address for weeks.
    static func livesAt(_ sought: SoughtAddress, _ person: Person) -> Verdict {
        guard let residence = person.mainResidence else {
            // The BIS register knows no main residence, and a silence is no answer.
            return .unknown(person.ssin.kind == .bis ? .nothingRegistered : .inconclusive)
        }
        let matches = sought.matches(residence.address)
        if matches == true { return .yes }
        if person.addressChangePending == true { return .unknown(.addressChangePending) }
        return matches == false ? .no : .unknown(.inconclusive)
    }

    /// Whether the person's main residence is in the municipality, and in the area of it.
    ///
    /// A pending move never makes a no.
    static func lives(
        _ person: Person, in area: Area, of municipality: NISCode
    ) -> Verdict {
        guard let residence = person.mainResidence else {
            return person.ssin.kind == .bis ? .no : .unknown(.inconclusive)
        }
        let isHere = residence.address.municipality.map { $0 == municipality }
        let verdict = Verdict(isHere).and(Verdict(area.contains(residence.address)))
        return verdict == .no && person.addressChangePending == true
            ? .unknown(.addressChangePending) : verdict
    }

    /// Whether one of the establishments lies there. One without an address could lie anywhere.
    static func isEstablished(_ enterprise: Enterprise, at place: SoughtPlace) -> Verdict {
        guard let establishments = enterprise.establishments else {
            return .unknown(.inconclusive)
        }
        guard !establishments.isEmpty else { return .unknown(.nothingRegistered) }
        let answers = establishments.map { $0.address.flatMap(place.contains) }
        if answers.contains(true) { return .yes }
        return answers.contains(nil) ? .unknown(.inconclusive) : .no
    }

    /// Whether the unit is the enterprise's own and lies in the area. The register holds active
    /// units alone, and a unit can pass to another enterprise.
    static func isEstablished(
        _ enterprise: Enterprise, _ unit: EstablishmentUnitNumber, in area: Area
    ) -> Verdict {
        guard let establishments = enterprise.establishments else {
            return .unknown(.inconclusive)
        }
        guard let own = establishments.first(where: { $0.number == unit }) else { return .no }
        return Verdict(own.address.flatMap(area.contains))
    }

    /// Whether an activity of the unit is one of the codes or falls under one; a unit without
    /// activities of its own has those of its enterprise.
    static func performs(
        _ enterprise: Enterprise, _ unit: EstablishmentUnitNumber, _ codes: Set<String>
    ) -> Verdict {
        guard let establishments = enterprise.establishments,
            let general = enterprise.activities
        else { return .unknown(.inconclusive) }
        guard let own = establishments.first(where: { $0.number == unit }) else { return .no }
        let activities = own.activities.flatMap { $0.isEmpty ? nil : $0 } ?? general
        guard !activities.isEmpty else { return .unknown(.nothingRegistered) }
        return Verdict(
            activities.contains { activity in codes.contains { activity.naceCode.hasPrefix($0) } })
    }
}
