public import Facts

/// How a subject stands to the populations of authorisations, as far as it was found out.
public struct PopulationStanding: Hashable, Sendable {
    /// Which municipality manages the person's file; `nil` when none does, or nobody knows the
    /// subject.
    public var municipality: NISCode?
    /// Whether the address may not be communicated.
    public var isProtected: Bool
    /// Whether the person is registered in the household of the applicant.
    public var isInHouseholdOfApplicant: Bool
    /// The kinds of dossiers that the organisation has open on the subject.
    public var openDossiers: Set<ReferenceKind>
    /// The kind of the dossier that the request names, when it is open on the subject.
    public var namedDossier: ReferenceKind?

    /// A subject of whom nothing is known.
    public init() {
        municipality = nil
        isProtected = false
        isInHouseholdOfApplicant = false
        openDossiers = []
        namedDossier = nil
    }
}
