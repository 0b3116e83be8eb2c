public import Facts

/// About whom an authorisation grants facts. The gateway finds out before it gives anything: by a
/// logged consult of its own where it must look up, else in the repertory of references.
public enum Population: Hashable, Sendable {
    case everyone
    /// People whose file one of these municipalities manages, and whose address is not protected.
    case residents(of: Set<NISCode>)
    /// People whose file the municipality manages that asks. It keeps that file itself, so that a
    /// protected address hides nobody.
    case ownCitizens(of: NISCode)
    /// People registered in the household of the applicant, the applicant included: the person of
    /// a verified token, or of the open dossier that the request names. The dossier is of a kind that
    /// the authorisation names, as its condition or to be opened; when it names none, the dossier
    /// was opened for the purpose of the authorisation.
    case householdOfApplicant
    /// Subjects on whom the organisation has a dossier of one of these kinds open.
    case holders(of: Set<ReferenceKind>)
}
