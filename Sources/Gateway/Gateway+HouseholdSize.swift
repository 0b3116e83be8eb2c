import AccessRights
import ConsultLog
public import Facts

extension Gateway {
    /// Answers how many people are registered in the household of a person, and nothing else: no
    /// member is named, in the answer or in the log. A silent source makes the number unknown.
    public func householdSize(
        of ssin: SSIN, in context: ConsultContext
    ) async -> ConsultResult<HouseholdSize> {
        let result = await consult(
            .verification(.householdSize), about: [.person(ssin)], in: context
        ) { consult throws(NoAnswer) in
            let wanted = VerificationID.householdSize.attributes
            return try await consult.household(of: ssin, wanted) { household, _ in
                let size = HouseholdSize(household)
                return Kept(size, stated: size.answer.map { .number($0) } ?? .answer(nil))
            }
        }
        return result.settled(at: time.now()) { .unknown($0) }
    }
}

extension ConsultResult {
    /// Turns a consult without a fact into an answer that is unknown, with its reason.
    func settled(
        at time: Timestamp, _ unknown: (UnknownReason) -> Fact
    ) -> ConsultResult {
        switch self {
        case .answered, .refused, .notRecorded, .undecided: return self
        case .notFound(let id):
            return .answered(Answer(consult: id, fact: unknown(.subjectUnknown), asOf: time))
        case .failed(let failure, let id):
            guard let reason = OutcomeClass(failure).unknownReason else { return self }
            return .answered(Answer(consult: id, fact: unknown(reason), asOf: time))
        }
    }
}
