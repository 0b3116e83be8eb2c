import AccessRights
import ConsultLog
import Facts

extension Gateway {
    /// Asks the rights, and finds out what the right depends on: populations, open dossiers, quotas.
    ///
    /// - Parameter subjects: each of them must be inside the population.
    func decide(
        _ wish: AccessRequest.Wish, about subjects: [Subject], in context: ConsultContext
    ) async -> Permission {
        guard let rights = await rights() else { return .undecided }
        switch rights.decide(context.request(for: wish), on: time.today()) {
        case .permitted(let grant):
            return .granted(grant, nil)
        case .refused(let refusal):
            return .refused(refusal)
        case .conditional(let alternatives):
            var examination = PopulationExamination(self, about: subjects, in: context)
            return await examination.first(of: alternatives)
        }
    }
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
