/// What a request must bring along besides its purpose.
public struct AuthorisationConditions: Hashable, Sendable {
    /// The request names a dossier.
    public let dossierRequired: Bool
    /// A token identifies the official behind the application.
    public let officialRequired: Bool

    public init(dossierRequired: Bool, officialRequired: Bool) {
        self.dossierRequired = dossierRequired
        self.officialRequired = officialRequired
    }
}
