public import Facts

/// What must prove true of the subject before anything is given.
public enum PopulationCheck: Hashable, Sendable {
    /// One of these municipalities manages the person's file, and the address is not protected.
    case residence(in: Set<NISCode>)
    /// The municipality manages the person's file.
    case ownCitizen(of: NISCode)
    /// The person is registered in the household of the applicant: the person of a verified token,
    /// or of the open dossier that the request names, which is of one of these kinds; when there
    /// are none, it was opened for the purpose of the request.
    case householdOfApplicant(by: Set<ReferenceKind>)
    /// The organisation has a dossier of one of these kinds open on the subject.
    case openDossier(of: Set<ReferenceKind>)
    /// The dossier that the request names is of one of these kinds and open on the subject.
    case namedDossier(of: Set<ReferenceKind>)

    /// Whether a subject with this standing passes. What is not known of it does not count.
    public func isMet(by standing: PopulationStanding) -> Bool {
        switch self {
        case .residence(let municipalities):
            !standing.isProtected && standing.municipality.map(municipalities.contains) ?? false
        case .ownCitizen(let municipality): standing.municipality == municipality
        case .householdOfApplicant: standing.isInHouseholdOfApplicant
        case .openDossier(let kinds): !kinds.isDisjoint(with: standing.openDossiers)
        case .namedDossier(let kinds): standing.namedDossier.map(kinds.contains) ?? false
        }
    }
}
