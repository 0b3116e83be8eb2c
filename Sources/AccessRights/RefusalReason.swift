public import Facts

/// One reason why something is not allowed. It names what is missing from the right, never the
/// subject.
public enum RefusalReason: Hashable, Sendable {
    /// The application is not registered in the role that the request needs.
    case roleMissing(ApplicationRole)
    /// The organisation has no authorisation at all.
    case organisationHasNone
    /// The organisation has authorisations, none for this application.
    case applicationNotCovered(ApplicationID)
    /// None for this purpose.
    case purposeNotGranted(PurposeID)
    /// The authorisation does not hold yet.
    case notYetValid(AuthorisationID, from: CalendarDate)
    /// The authorisation holds no longer.
    case noLongerValid(AuthorisationID, until: CalendarDate)
    case attributeNotGranted(AttributeID)
    case verificationNotGranted(VerificationID)
    /// No dossier of this kind may be opened.
    case referenceNotGranted(ReferenceKind)
    /// A dossier of this kind may be opened, for a shorter time.
    case referenceTooLong(ReferenceKind)
    /// The right is bound to a dossier and none was named.
    case dossierRequired
    /// The right is bound to an identified official and no token identified one.
    case officialRequired
    /// The right is bound to an open dossier, and the one that was named is not open on the subject.
    case openDossierRequired
    /// The right was used as often as it may be on one day.
    case quotaExhausted
    /// The request names no attribute: even that somebody exists is not told without a right.
    case nothingAsked
    /// The organisation does not decide for this municipality.
    case municipalityNotCovered(NISCode)
    /// Whether the subject is one of the population could not be found out, because the check had
    /// no answer. It stands in the log; the caller is told of the silence and not of a refusal.
    case populationUndetermined
    /// The subject is not one of the population; also said of subjects that are unknown or
    /// protected, so that nobody can probe.
    case outsidePopulation
}
