import Facts

/// The rules of all organisations, by whom they concern.
///
/// A decision looks up one flat key, so that it touches little memory however many there are.
struct AccessIndex: Sendable {
    private struct Key: Hashable {
        let organisation: EnterpriseNumber
        /// `nil`: every application of the organisation.
        let application: ApplicationID?
        let purpose: PurposeID
    }

    /// What an organisation has at all; read only to say why it lacks something.
    private struct Holdings {
        var applications: Set<ApplicationID> = []
        var coversAllApplications = false
        var purposes: Set<PurposeID> = []
    }

    /// Each list in the order of preference.
    private var rules: [Key: [AccessRule]] = [:]
    private var holdings: [EnterpriseNumber: Holdings] = [:]
    private var hasGeneralRules = false

    /// Adds a rule that is less preferred than those before it.
    mutating func append(_ rule: AccessRule, of terms: AuthorisationTerms) {
        var held = holdings.removeValue(forKey: terms.organisation) ?? Holdings()
        held.purposes.insert(terms.purpose.id)
        switch terms.applications {
        case .all:
            held.coversAllApplications = true
            hasGeneralRules = true
            append(rule, nil, terms)
        case .named(let applications):
            held.applications.formUnion(applications)
            for application in applications { append(rule, application, terms) }
        }
        holdings[terms.organisation] = held
    }

    /// The rules for the application and the purpose: those that name the application, and those
    /// for every application.
    func rules(for request: AccessRequest) -> (named: [AccessRule], general: [AccessRule]) {
        (
            rules[key(request, request.application)] ?? [],
            hasGeneralRules ? rules[key(request, nil)] ?? [] : []
        )
    }

    /// Why there is no rule for the application and the purpose together.
    func reasonsForNone(_ request: AccessRequest) -> [RefusalReason] {
        guard let held = holdings[request.organisation] else { return [.organisationHasNone] }
        var reasons: [RefusalReason] = []
        if !held.coversAllApplications && !held.applications.contains(request.application) {
            reasons.append(.applicationNotCovered(request.application))
        }
        if reasons.isEmpty || !held.purposes.contains(request.purpose) {
            reasons.append(.purposeNotGranted(request.purpose))
        }
        return reasons
    }

    private mutating func append(
        _ rule: AccessRule, _ application: ApplicationID?, _ terms: AuthorisationTerms
    ) {
        let key = Key(
            organisation: terms.organisation, application: application, purpose: terms.purpose.id)
        rules[key, default: []].append(rule)
    }

    private func key(_ request: AccessRequest, _ application: ApplicationID?) -> Key {
        Key(
            organisation: request.organisation, application: application,
            purpose: request.purpose)
    }
}
