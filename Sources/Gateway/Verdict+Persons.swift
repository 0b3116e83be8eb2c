import Facts

/// What follows from a file of the National Register. `nil` facts were asked for and are not on
/// record.
extension Verdict {
    /// Whether the person lives, as far as the register knows today.
    static func isAlive(_ person: Person) -> Verdict {
        switch person.vitalStatus {
        case .alive: .yes
        case .deceased: .no
        case nil: .unknown(.inconclusive)
        }
    }

    /// Whether the person has reached `age` on `day`; open when the birth date is incomplete and
    /// its possible days disagree.
    static func isAdult(_ person: Person, age: Int, on day: CalendarDate) -> Verdict {
        guard let birth = person.birthDate, let earliest = birth.earliest,
            let latest = birth.latest
        else { return .unknown(.inconclusive) }
        let asYoungest = day.completedYears(since: latest) >= age
        let asOldest = day.completedYears(since: earliest) >= age
        return asYoungest == asOldest ? Verdict(asYoungest) : .unknown(.inconclusive)
    }

    /// Whether the municipality manages the person's file.
    ///
    /// A pending move never makes a no: the register truthfully says the old address for weeks.
    /// The BIS register knows no main residence, so there the absence of one is an answer.
    static func isResident(_ person: Person, of municipality: NISCode) -> Verdict {
        switch person.managingMunicipality {
        case .municipality(municipality, _): .yes
        case .municipality, .removed:
            person.addressChangePending == true ? .unknown(.addressChangePending) : .no
        case nil: person.ssin.kind == .bis ? .no : .unknown(.inconclusive)
        }
    }
}

extension Verdict {
    /// Whether the person stands in one of the registers.
    static func isInscribed(_ person: Person, in registers: Set<PopulationRegister>) -> Verdict {
        switch person.register?.register {
        case .population: Verdict(registers.contains(.population))
        case .foreigners: Verdict(registers.contains(.foreigners))
        case .waiting: Verdict(registers.contains(.waiting))
        case .europeanOfficials: .no
        // A code that no list explains could stand for any of them.
        case .other: .unknown(.notPublished)
        case nil: person.ssin.kind == .bis ? .no : .unknown(.inconclusive)
        }
    }
}

/// What follows from a household.
extension Verdict {
    /// Whether the person is one of the members; open when the register names a member without a
    /// number, who could be anybody.
    static func isMember(_ ssin: SSIN, of household: Household) -> Verdict {
        if household.members.contains(where: { $0.ssin == ssin }) { return .yes }
        return household.members.contains { $0.ssin == nil } ? .unknown(.inconclusive) : .no
    }
}

/// What follows from the licences of a person.
extension Verdict {
    /// Whether a licence is on record that is neither forfeited nor expired.
    static func holdsLicence(_ licences: [DrivingLicence], on day: CalendarDate) -> Verdict {
        guard !licences.isEmpty else { return .unknown(.nothingRegistered) }
        let hasForfeited = licences.contains { $0.isForfeited == true }
        return best(of: licences.map { $0.standing(on: day, besideForfeited: hasForfeited) })
    }

    /// Whether a licence covers the category and is neither forfeited nor expired.
    ///
    /// No licence on record is not a no: a licence from abroad is not in the Belgian register.
    static func mayDrive(
        _ category: LicenceCategory, with licences: [DrivingLicence], on day: CalendarDate
    ) -> Verdict {
        guard !licences.isEmpty else { return .unknown(.nothingRegistered) }
        let hasForfeited = licences.contains { $0.isForfeited == true }
        return best(
            of: licences.map { licence in
                switch licence.standing(on: day, besideForfeited: hasForfeited) {
                case .no: .no
                case .unknown(let reason): licence.covers(category) == .no ? .no : .unknown(reason)
                case .yes: licence.covers(category)
                }
            })
    }

    /// One licence that allows is enough; a doubt outweighs a no.
    private static func best(of verdicts: [Verdict]) -> Verdict {
        if verdicts.contains(.yes) { return .yes }
        return verdicts.first { $0 != .no } ?? .no
    }
}

extension DrivingLicence {
    /// Whether the licence is in force on `day`. One that says nothing of forfeiture stays open
    /// beside one that is forfeited: the old models carry no mark, and what a judge took away is
    /// the right to drive.
    fileprivate func standing(on day: CalendarDate, besideForfeited: Bool) -> Verdict {
        if isForfeited == true { return .no }
        if isForfeited == nil && besideForfeited { return .unknown(.inconclusive) }
        guard let expires else { return .yes }
        switch expires.isOnOrBefore(day.adding(days: -1)) {
        case true: return .unknown(.documentExpired)
        case false: return .yes
        case nil: return .unknown(.inconclusive)
        }
    }

    /// Whether the licence lists the category. A code that no list explains leaves it open.
    fileprivate func covers(_ category: LicenceCategory) -> Verdict {
        guard let categories else { return .unknown(.notPublished) }
        if categories.contains(category) { return .yes }
        return unknownCategories.isEmpty ? .no : .unknown(.inconclusive)
    }
}
