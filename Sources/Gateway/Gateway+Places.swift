import AccessRights
import ConsultLog
public import Facts

/// The questions that are answered with a choice among what the asker named, or with a day.
extension Gateway {
    /// Answers in which of the areas the main residence of a person lies, by its place in the
    /// list: of areas that overlap the first. The address itself never leaves.
    ///
    /// While an earlier area stays open, a later one is no answer.
    public func areaOfResidence(
        of ssin: SSIN, among areas: [Area], in context: ConsultContext
    ) async -> ConsultResult<Determination<Int>> {
        let result = await consult(
            .verification(.areaOfResidence), about: [.person(ssin)], in: context
        ) { consult throws(NoAnswer) in
            let wanted = VerificationID.areaOfResidence.attributes
            return try await consult.person(ssin, wanted) { person in
                Kept(Determination<Int>.of(person) { .first(of: areas, around: $0) })
            }
        }
        return result.settled(at: time.now()) { .unknown($0) }
    }

    /// Answers in which of the areas a unit of the enterprise lies, as
    /// ``areaOfResidence(of:among:in:)`` does. It lies in none that is known when the enterprise
    /// has no such unit.
    public func areaOfEstablishment(
        _ unit: EstablishmentUnitNumber, of number: EnterpriseNumber, among areas: [Area],
        in context: ConsultContext
    ) async -> ConsultResult<Determination<Int>> {
        let result = await consult(
            .verification(.areaOfEstablishment), about: [.enterprise(number)], in: context
        ) { consult throws(NoAnswer) in
            let wanted = VerificationID.areaOfEstablishment.attributes
            return try await consult.enterprise(number, wanted) { enterprise in
                let own = enterprise.establishments?.first { $0.number == unit }
                let area: Determination<Int> =
                    own.flatMap(\.address).map { .first(of: areas, around: $0) }
                    ?? .unknown(own == nil ? .nothingRegistered : .inconclusive)
                return Kept(area)
            }
        }
        return result.settled(at: time.now()) { .unknown($0) }
    }

    /// Answers since which day a person stands in the present register of the population.
    public func inscribedSince(
        _ ssin: SSIN, in context: ConsultContext
    ) async -> ConsultResult<Determination<CalendarDate>> {
        let result = await consult(
            .verification(.inscribedSince), about: [.person(ssin)], in: context
        ) { consult throws(NoAnswer) in
            let wanted = VerificationID.inscribedSince.attributes
            return try await consult.person(ssin, wanted) { person in
                guard let register = person.register else {
                    return Kept(Determination<CalendarDate>.unknown(.nothingRegistered))
                }
                guard case .full(let day) = register.since else {
                    return Kept(.unknown(.inconclusive))
                }
                return Kept(.known(day))
            }
        }
        return result.settled(at: time.now()) { .unknown($0) }
    }
}

extension Determination<Int> {
    /// The first of the areas in which the address lies.
    static func first(of areas: [Area], around address: Address) -> Determination {
        for (index, area) in areas.enumerated() {
            switch area.contains(address) {
            case true: return .known(index)
            case nil: return .unknown(.inconclusive)
            case false: continue
            }
        }
        return .unknown(.nothingRegistered)
    }
}
