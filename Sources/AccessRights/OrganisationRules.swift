/// The rules of one organisation, by application and purpose, each list in the order of
/// preference.
struct OrganisationRules: Sendable {
    private var forAllApplications: [PurposeID: [AccessRule]] = [:]
    private var forApplication: [ApplicationID: [PurposeID: [AccessRule]]] = [:]
    private var purposes: Set<PurposeID> = []

    /// Adds a rule that is less preferred than those before it.
    mutating func append(_ rule: AccessRule, of terms: AuthorisationTerms) {
        let purpose = terms.purpose.id
        purposes.insert(purpose)
        switch terms.applications {
        case .all: forAllApplications[purpose, default: []].append(rule)
        case .named(let applications):
            for application in applications {
                forApplication[application, default: [:]][purpose, default: []].append(rule)
            }
        }
    }

    /// The rules for an application and a purpose: those that name the application, and those for
    /// every application.
    func rules(
        _ application: ApplicationID, _ purpose: PurposeID
    ) -> (named: [AccessRule], general: [AccessRule]) {
        (
            forApplication[application]?[purpose] ?? [],
            forAllApplications.isEmpty ? [] : forAllApplications[purpose] ?? []
        )
    }

    /// Why there is no rule for the application and the purpose together.
    func reasonsForNone(_ application: ApplicationID, _ purpose: PurposeID) -> [RefusalReason] {
        let isCovered = !forAllApplications.isEmpty || forApplication[application] != nil
        if isCovered { return [.purposeNotGranted(purpose)] }
        return purposes.contains(purpose)
            ? [.applicationNotCovered(application)]
            : [.applicationNotCovered(application), .purposeNotGranted(purpose)]
    }
}
