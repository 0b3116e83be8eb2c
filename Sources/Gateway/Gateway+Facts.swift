import AccessRights
import ConsultLog
public import Facts

/// The questions that are answered with facts.
extension Gateway {
    /// Returns what the national register says of a person, as far as it was granted. A number
    /// that was replaced is followed once: the answer carries the new one.
    public func person(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, in context: ConsultContext
    ) async -> ConsultResult<Person> {
        await consult(attributes, of: .person, about: .person(ssin), in: context) {
            consult throws(NoAnswer) in
            try await consult.person(ssin, attributes) { person in
                Kept(person.reduced(to: attributes), stated: person.statedOutcome(attributes))
            }
        }
    }

    /// Returns the household to which a person belongs now, as far as it was granted. It has no
    /// members when the register holds no household for the person.
    public func household(
        of ssin: SSIN, _ attributes: Set<AttributeID>, in context: ConsultContext
    ) async -> ConsultResult<Household> {
        await consult(attributes, of: .household, about: .person(ssin), in: context) {
            consult throws(NoAnswer) in
            try await consult.household(of: ssin, attributes) { household, _ in
                Kept(household.reduced(to: attributes), listed: household.numberedMembers)
            }
        }
    }

    /// Returns every number in the household of a person, and the person's own: the one that was
    /// asked about and the present one.
    func householdNumbers(
        of ssin: SSIN, in context: ConsultContext
    ) async -> ConsultResult<Set<SSIN>> {
        let attributes: Set<AttributeID> = [.householdMembers]
        return await consult(attributes, of: .household, about: .person(ssin), in: context) {
            consult throws(NoAnswer) in
            try await consult.household(of: ssin, attributes) { household, present in
                let numbers = Set(household.members.compactMap(\.ssin)).union([ssin, present])
                return Kept(numbers, listed: household.numberedMembers)
            }
        }
    }

    /// Returns the driving licences of a person, as far as they were granted.
    public func licences(
        of ssin: SSIN, _ attributes: Set<AttributeID>, in context: ConsultContext
    ) async -> ConsultResult<[DrivingLicence]> {
        await consult(attributes, of: .drivingLicence, about: .person(ssin), in: context) {
            consult throws(NoAnswer) in
            try await consult.licences(of: ssin, attributes) { licences in
                Kept(licences.reduced(to: attributes))
            }
        }
    }

    /// Returns the registration of a vehicle, as far as it was granted.
    public func vehicle(
        _ plate: Plate, _ attributes: Set<AttributeID>, in context: ConsultContext
    ) async -> ConsultResult<VehicleRegistration> {
        await consult(attributes, of: .vehicle, about: .vehicle(plate), in: context) {
            consult throws(NoAnswer) in
            try await consult.vehicle(plate, attributes) { vehicle in
                let reduced = vehicle.reduced(to: attributes)
                return Kept(reduced, listed: reduced.holder?.subject.map { [$0] } ?? [])
            }
        }
    }

    /// Returns what the Crossroads Bank says of an enterprise, as far as it was granted.
    public func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>, in context: ConsultContext
    ) async -> ConsultResult<Enterprise> {
        await consult(attributes, of: .enterprise, about: .enterprise(number), in: context) {
            consult throws(NoAnswer) in
            try await consult.enterprise(number, attributes) { enterprise in
                Kept(enterprise.reduced(to: attributes))
            }
        }
    }

    /// A consult for attributes of one kind of subject. An attribute of another kind refuses the
    /// whole request: the right to it does not open this source.
    private func consult<Fact>(
        _ attributes: Set<AttributeID>, of group: AttributeGroup, about subject: Subject,
        in context: ConsultContext,
        _ steps: (PermittedConsult) async throws(NoAnswer) -> Fact
    ) async -> ConsultResult<Fact> {
        let wish = AccessRequest.Wish.attributes(attributes)
        let strange = attributes.filter { $0.group != group }.sorted()
        guard strange.isEmpty else {
            let refusal = Refusal(reasons: strange.map(RefusalReason.attributeNotGranted))
            return await refuse(refusal, wish, about: [subject], in: context, log.newConsult())
        }
        return await consult(wish, about: [subject], in: context, steps)
    }
}

extension Person {
    /// What the log keeps boxed, because the outcome itself states a fact.
    fileprivate func statedOutcome(_ attributes: Set<AttributeID>) -> StatedOutcome? {
        guard attributes.contains(.personVitalStatus), case .deceased = vitalStatus else {
            return nil
        }
        return .deceased
    }
}

extension Household {
    /// The members whom the register names by number.
    var numberedMembers: [Subject] { members.compactMap { $0.ssin.map(Subject.person) } }
}

extension VehicleHolder {
    /// The holder as a subject of the log, where the key is a number that we know.
    fileprivate var subject: Subject? {
        switch self {
        case .person(let ssin): .person(ssin)
        case .enterprise(let number): .enterprise(number)
        case .other, .unnamed: nil
        }
    }
}
