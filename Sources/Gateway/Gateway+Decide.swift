import AccessRights
import ConsultLog
import Facts

extension Gateway {
    /// Asks the rights, and looks the population up where the right depends on it.
    ///
    /// - Parameter subjects: each of them must be inside the population.
    func decide(
        _ wish: AccessRequest.Wish, about subjects: [Subject], in context: ConsultContext
    ) async -> Permission {
        switch rights().decide(context.request(for: wish), on: time.today()) {
        case .permitted(let grant):
            return .granted(grant)
        case .refused(let refusal):
            return .refused(refusal)
        case .conditional(let alternatives):
            let people = subjects.compactMap(\.ssin)
            guard people.count == subjects.count else { return .refused(.outsidePopulation) }
            return await firstMet(of: alternatives, by: people, context)
        }
    }

    /// Finds the alternative whose population holds all the people: for each of them a consult of
    /// its own, under the gateway's own authorisation, before anything is given.
    ///
    /// People outside the population and people whom nobody knows are refused alike, so that
    /// nobody can probe. Behind somebody who is outside nobody else is looked up.
    private func firstMet(
        of alternatives: [ConditionalGrant], by people: [SSIN], _ context: ConsultContext
    ) async -> Permission {
        let own = ConsultContext(
            caller: ownContext.caller, purpose: ownContext.purpose, trace: context.trace)
        let wish = AccessRequest.Wish.attributes([.personManagingMunicipality])
        guard case .permitted = rights().decide(own.request(for: wish), on: time.today()) else {
            // Without a right of its own the gateway cannot find out, which is no refusal.
            return .undetermined(.notAllowed(code: "population-check"))
        }
        var met = alternatives
        for ssin in people where !met.isEmpty {
            switch await person(ssin, [.personManagingMunicipality], in: own) {
            case .answered(let answer):
                guard case .municipality(let code, _) = answer.fact.managingMunicipality else {
                    return .refused(.outsidePopulation)
                }
                met.removeAll { !$0.check.isMet(by: code) }
            case .notFound, .refused: return .refused(.outsidePopulation)
            case .failed(let failure, _): return .undetermined(failure)
            case .notRecorded: return .notRecorded
            }
        }
        return met.first.map { .granted($0.grant) } ?? .refused(.outsidePopulation)
    }
}

extension Subject {
    /// The number of a person; `nil` for what is none.
    fileprivate var ssin: SSIN? {
        if case .person(let ssin) = self { ssin } else { nil }
    }
}

extension Refusal {
    fileprivate static let outsidePopulation = Refusal(reasons: [.outsidePopulation])
}

extension ConsultContext {
    /// What the rights have to know of a question in this context.
    func request(for wish: AccessRequest.Wish) -> AccessRequest {
        AccessRequest(
            organisation: caller.organisation, application: caller.application, purpose: purpose,
            wish: wish, namesDossier: dossier != nil, identifiesOfficial: caller.official != nil,
            missingRole: caller.missingRole)
    }
}
