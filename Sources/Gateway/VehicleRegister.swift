public import Facts

/// The register of vehicles (DIV).
///
/// Conformers translate; they do not check rights, log, cache or retry. They drop what was not
/// asked for.
public protocol VehicleRegister: Sendable {
    /// Returns the present registration under this plate.
    ///
    /// The register is complete: `unknown` means that the plate is not registered.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown plate.
    func registration(
        of plate: Plate, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<VehicleRegistration>
}
