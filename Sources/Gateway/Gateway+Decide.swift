import AccessRights
import ConsultLog
import Facts

extension Gateway {
    /// Asks the rights, and looks the population up where the right depends on it.
    func decide(
        _ wish: AccessRequest.Wish, about subject: Subject, in context: ConsultContext
    ) async -> Permission {
        switch rights().decide(context.request(for: wish), on: time.today()) {
        case .permitted(let grant):
            return .granted(grant)
        case .refused(let refusal):
            return .refused(refusal)
        case .conditional(let alternatives):
            guard case .person(let ssin) = subject else { return .refused(.outsidePopulation) }
            return await firstMet(of: alternatives, by: ssin, context)
        }
    }

    /// A consult of its own, under the gateway's own authorisation, before anything is given.
    ///
    /// People outside the population and people whom nobody knows are refused alike, so that
    /// nobody can probe.
    private func firstMet(
        of alternatives: [ConditionalGrant], by ssin: SSIN, _ context: ConsultContext
    ) async -> Permission {
        let own = ConsultContext(
            caller: ownContext.caller, purpose: ownContext.purpose, trace: context.trace)
        let wish = AccessRequest.Wish.attributes([.personManagingMunicipality])
        guard case .permitted = rights().decide(own.request(for: wish), on: time.today()) else {
            // Without a right of its own the gateway cannot find out, which is no refusal.
            return .undetermined(.notAllowed(code: "population-check"))
        }
        switch await person(ssin, [.personManagingMunicipality], in: own) {
        case .answered(let answer):
            guard case .municipality(let code, _) = answer.fact.managingMunicipality else {
                return .refused(.outsidePopulation)
            }
            let met = alternatives.first { $0.check.isMet(by: code) }
            return met.map { .granted($0.grant) } ?? .refused(.outsidePopulation)
        case .notFound, .refused: return .refused(.outsidePopulation)
        case .failed(let failure, _): return .undetermined(failure)
        case .notRecorded: return .notRecorded
        }
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
            wish: wish, namesDossier: dossier != nil, identifiesOfficial: caller.official != nil)
    }
}
