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
}
