public import AccessRights
public import ConsultLog

/// Under which circumstances something is asked.
public struct ConsultContext: Hashable, Sendable {
    public let caller: Caller
    public let purpose: PurposeID
    public let dossier: DossierReference?
    /// The caller's name for the whole of its work, where it sent one that is safe to keep.
    public let trace: TraceID?

    public init(
        caller: Caller, purpose: PurposeID, dossier: DossierReference? = nil, trace: TraceID? = nil
    ) {
        self.caller = caller
        self.purpose = purpose
        self.dossier = dossier
        self.trace = trace
    }
}
