import AccessRights
import ConsultLog
import Facts

/// One method per look-up that a source offers.
extension PermittedConsult {
    func person<Value>(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, keep: (Person) -> Kept<Value>
    ) async throws(NoAnswer) -> Value {
        let (value, _) = try await followingReplacement(of: ssin) {
            ssin, ordinal throws(NoAnswer) in
            let question = Question(
                ordinal: ordinal, subject: .person(ssin), operation: .person,
                attributes: attributes)
            return try await lookUp(
                question,
                ask: { capability throws(SourceFailure) in
                    try await gateway.sources.nationalRegister.person(
                        ssin, attributes, using: capability)
                }, keep: keep)
        }
        return value
    }

    func licences<Value>(
        of ssin: SSIN, _ attributes: Set<AttributeID>, keep: ([DrivingLicence]) -> Kept<Value>
    ) async throws(NoAnswer) -> Value {
        let (value, _) = try await followingReplacement(of: ssin) {
            ssin, ordinal throws(NoAnswer) in
            let question = Question(
                ordinal: ordinal, subject: .person(ssin), operation: .drivingLicences,
                attributes: attributes)
            return try await lookUp(
                question,
                ask: { capability throws(SourceFailure) in
                    try await gateway.sources.drivingLicences.licences(
                        of: ssin, attributes, using: capability)
                }, keep: keep)
        }
        return value
    }

    func vehicle<Value>(
        _ plate: Plate, _ attributes: Set<AttributeID>, ordinal: Int = 1,
        keep: (VehicleRegistration) -> Kept<Value>
    ) async throws(NoAnswer) -> Value {
        let question = Question(
            ordinal: ordinal, subject: .vehicle(plate), operation: .vehicleRegistration,
            attributes: attributes)
        let finding = try await lookUp(
            question,
            ask: { capability throws(SourceFailure) in
                try await gateway.sources.vehicles.registration(
                    of: plate, attributes, using: capability)
            }, keep: keep)
        return try finding.value()
    }

    func enterprise<Value>(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>,
        keep: (Enterprise) -> Kept<Value>
    ) async throws(NoAnswer) -> Value {
        let question = Question(
            ordinal: 1, subject: .enterprise(number), operation: .enterprise,
            attributes: attributes)
        let finding = try await lookUp(
            question,
            ask: { capability throws(SourceFailure) in
                try await gateway.sources.enterprises.enterprise(
                    number, attributes, using: capability)
            }, keep: keep)
        return try finding.value()
    }

    /// What no source publishes: the question and its answer are recorded, and nobody is asked.
    func unpublished<Value>(
        _ operation: SourceOperation, about subject: Subject, keep: () -> Kept<Value>
    ) async throws(NoAnswer) -> Value {
        let question = Question(
            ordinal: 1, subject: subject, operation: operation, attributes: [])
        let finding = try await lookUp(
            question,
            ask: { capability throws(SourceFailure) in
                _ = consume capability
                return SourceReply<Bool>(.found(true))
            }, keep: { _ in keep() })
        return try finding.value()
    }

    /// Two look-ups about two people: whose file holds the household, then that file.
    ///
    /// - Parameter keep: also gets the present number of the person.
    func household<Value>(
        of ssin: SSIN, _ attributes: Set<AttributeID>, keep: (Household, SSIN) -> Kept<Value>
    ) async throws(NoAnswer) -> Value {
        let (place, person) = try await householdHead(of: ssin, attributes) {
            Kept($0, of: $1, keep: keep)
        }
        let reference: SSIN
        switch place {
        case .file(of: let head): reference = head
        case .nowhere(let value): return value
        case .unnamed:
            throw .failed(.unintelligible(.unexpectedValue(element: "HeadOfFamily/NationalNumber")))
        }
        // Ordinals 1 and 2 belong to the search for the head, which may follow a new number.
        let question = Question(
            ordinal: 3, subject: .person(reference), operation: .householdMembers,
            attributes: attributes)
        let finding = try await lookUp(
            question,
            ask: { capability throws(SourceFailure) in
                try await gateway.sources.nationalRegister.householdMembers(
                    ofHead: reference, using: capability)
            }, keep: { keep($0, person) })
        return try finding.value()
    }

    /// Whose file holds the household of a person, and the person's present number.
    ///
    /// - Parameters:
    ///   - ordinal: that of the look-up; the one behind it belongs to a new number.
    ///   - keep: also gets the present number of the person.
    func householdHead<Value>(
        of ssin: SSIN, _ attributes: Set<AttributeID>, from ordinal: Int = 1,
        keep: (HouseholdHead, SSIN) -> Kept<Value>
    ) async throws(NoAnswer) -> (Value, SSIN) {
        try await followingReplacement(of: ssin, from: ordinal) {
            ssin, ordinal throws(NoAnswer) in
            let question = Question(
                ordinal: ordinal, subject: .person(ssin), operation: .householdHead,
                attributes: attributes)
            return try await lookUp(
                question,
                ask: { capability throws(SourceFailure) in
                    try await gateway.sources.nationalRegister.householdHead(
                        of: ssin, using: capability)
                }, keep: { keep($0, ssin) })
        }
    }

    /// Looks a person up and follows a new number once.
    private func followingReplacement<Value>(
        of ssin: SSIN, from ordinal: Int = 1,
        _ lookUp: (SSIN, Int) async throws(NoAnswer) -> Finding<Value>
    ) async throws(NoAnswer) -> (Value, SSIN) {
        switch try await lookUp(ssin, ordinal) {
        case .found(let value): return (value, ssin)
        case .unknown: throw .notFound
        case .replaced(let new):
            return (try await lookUp(new, ordinal + 1).value(), new)
        }
    }
}

extension Kept {
    /// Where the household of `person` is. That it is nowhere is an answer already, so what would
    /// be kept of a household is kept of none.
    fileprivate init<Kin>(
        _ head: HouseholdHead, of person: SSIN, keep: (Household, SSIN) -> Kept<Kin>
    ) where Value == HouseholdPlace<Kin> {
        switch head {
        case .oneself: self.init(.file(of: person))
        case .another(let other): self.init(.file(of: other))
        case .unnamed: self.init(.unnamed)
        case .none:
            let kept = keep(Household(members: [], isCollective: false), person)
            self.init(.nowhere(kept.value), stated: kept.stated, listed: kept.listed)
        }
    }
}

extension Finding {
    /// What was found.
    fileprivate func value() throws(NoAnswer) -> Fact {
        switch self {
        case .found(let fact): return fact
        case .unknown: throw .notFound
        // A second new number, or one for a subject that has none: the answer makes no sense.
        case .replaced: throw .failed(.unintelligible(.anotherSubject))
        }
    }
}
