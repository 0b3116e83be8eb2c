public import Facts

/// The Crossroads Bank for Enterprises (KBO, BCE).
///
/// Conformers translate; they do not check rights, log, cache or retry. They drop what was not
/// asked for.
public protocol EnterpriseRegister: Sendable {
    /// Returns what the register says of the enterprise, cut down to `attributes`.
    ///
    /// A replica of the open data holds active enterprises alone: `unknown` from it does not mean
    /// that the number never existed.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown enterprise.
    func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Enterprise>
}
