import AccessRights
import ConsultLog
import Facts

/// Questions about two subjects. Under a number that was replaced nobody is a member or a holder,
/// so before that becomes a no the present number of the second one is found out.
extension PermittedConsult {
    /// What is kept of a household while it is compared with somebody: it never leaves the consult.
    private struct Comparison {
        let verdict: Verdict
        /// Of every member that the register names by number.
        let numbers: Set<SSIN>
    }

    /// Whether two people are of one household. When the register does not know the second one,
    /// that cannot be told.
    func sharesHousehold(
        _ ssin: SSIN, with other: SSIN, _ attributes: Set<AttributeID>
    ) async throws(NoAnswer) -> Verdict {
        let first = try await household(of: ssin, attributes) { household, _ in
            let verdict = Verdict.isMember(other, of: household)
            return Kept(
                Comparison(
                    verdict: verdict, numbers: Set(household.members.compactMap(\.ssin))),
                stated: .answer(verdict.answer), listed: [.person(other)])
        }
        // Where there is no household nobody shares it, whatever the number.
        guard first.verdict == .no, !first.numbers.isEmpty else { return first.verdict }
        // Ordinals 1 to 3 belong to the household.
        let (verdict, _) = try await householdHead(of: other, attributes, from: 4) {
            Kept(verdict: .isMember($1, whoseHeadIs: $0, among: first.numbers))
        }
        return verdict
    }

    /// Whether a vehicle is registered in the name of the party.
    ///
    /// The present number is looked up in the gateway's own name: the right to ask the register of
    /// vehicles is none to ask the register of people. That the register of vehicles itself names a
    /// number that was replaced cannot be told without looking up a person nobody asked about.
    func isHeld(
        _ plate: Plate, by party: Verification.Party, _ attributes: Set<AttributeID>
    ) async throws(NoAnswer) -> Verdict {
        let (verdict, isSomebodyElse) = try await vehicle(plate, attributes) { vehicle in
            let verdict = Verdict.isHeld(vehicle, by: party)
            let isPerson = if case .person = vehicle.holder { true } else { false }
            return Kept(
                (verdict, verdict == .no && isPerson), stated: .answer(verdict.answer),
                listed: [party.subject])
        }
        guard isSomebodyElse, case .person(let ssin) = party else { return verdict }
        let present: SSIN
        let own = gateway.ownContext.traced(as: context.trace)
        switch await gateway.person(ssin, [.personManagingMunicipality], in: own) {
        case .answered(let answer): present = answer.fact.ssin
        // Whom nobody knows holds nothing under another number either.
        case .notFound: return verdict
        case .refused: return .unknown(.inconclusive)
        case .failed(let failure, _): throw .failed(failure)
        case .notRecorded: throw .notRecorded
        case .undecided: return .unknown(.inconclusive)
        }
        guard present != ssin else { return verdict }
        return try await vehicle(plate, attributes, ordinal: 2) {
            Kept(
                verdict: .isHeld($0, by: .person(present)), listed: [.person(present)])
        }
    }
}

extension Verdict {
    /// Whether a person with this present number is one of the members. A file that points to a
    /// household whose list does not have the person says one thing and another.
    fileprivate static func isMember(
        _ ssin: SSIN, whoseHeadIs head: HouseholdHead, among members: Set<SSIN>
    ) -> Verdict {
        if members.contains(ssin) { return .yes }
        if case .another(let other) = head, members.contains(other) {
            return .unknown(.inconclusive)
        }
        return .no
    }
}
