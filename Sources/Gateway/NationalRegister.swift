public import Facts

/// The national register of natural persons (Rijksregister, Registre national).
///
/// Conformers translate; they do not check rights, log, cache or retry. ``Gateway`` does that
/// once, for every source. They drop what was not asked for.
public protocol NationalRegister: Sendable {
    /// Returns what the register says of the person, cut down to `attributes`.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown person.
    func person(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Person>

    /// Returns whose file holds the household to which the person belongs.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown person.
    func householdHead(
        of ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<HouseholdHead>

    /// Returns the household of which the person is the reference person, the person included.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown person.
    func householdMembers(
        ofHead ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Household>
}
