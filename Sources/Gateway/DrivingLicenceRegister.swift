public import Facts

/// The register of driving licences.
///
/// Conformers translate; they do not check rights, log, cache or retry. They drop what was not
/// asked for.
public protocol DrivingLicenceRegister: Sendable {
    /// Returns the licences of the person; `unknown` when the register does not know the person,
    /// an empty list when it knows the person and no licence.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown person.
    func licences(
        of ssin: SSIN, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<[DrivingLicence]>
}
