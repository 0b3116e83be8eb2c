/// What a request must bring along besides its purpose, and how often it may come.
public struct AuthorisationConditions: Hashable, Sendable {
    /// The request names a dossier.
    public let dossierRequired: Bool
    /// A token identifies the official behind the application.
    public let officialRequired: Bool
    /// The request names a dossier of one of these kinds that is open in the repertory of
    /// references, for this organisation and on each subject; `nil` when none is needed.
    public let openDossier: Set<ReferenceKind>?
    /// `nil` when there is no bound.
    public let quota: Quota?

    public init(
        dossierRequired: Bool, officialRequired: Bool, openDossier: Set<ReferenceKind>? = nil,
        quota: Quota? = nil
    ) {
        self.dossierRequired = dossierRequired
        self.officialRequired = officialRequired
        self.openDossier = openDossier
        self.quota = quota
    }
}
