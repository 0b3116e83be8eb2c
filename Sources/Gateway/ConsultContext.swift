public import AccessRights
public import ConsultLog
public import Facts

/// Under which circumstances something is asked.
public struct ConsultContext: Hashable, Sendable {
    public let caller: Caller
    public let purpose: PurposeID
    public let dossier: DossierReference?
    /// The citizen who applies, known from a verified token only, never from what somebody typed.
    public let applicant: SSIN?
    /// The caller's name for the whole of its work, where it sent one that is safe to keep.
    public let trace: TraceID?

    public init(
        caller: Caller, purpose: PurposeID, dossier: DossierReference? = nil,
        applicant: SSIN? = nil, trace: TraceID? = nil
    ) {
        self.caller = caller
        self.purpose = purpose
        self.dossier = dossier
        self.applicant = applicant
        self.trace = trace
    }

    /// The same circumstances within work that somebody else has a name for.
    func traced(as trace: TraceID?) -> ConsultContext {
        ConsultContext(
            caller: caller, purpose: purpose, dossier: dossier, applicant: applicant, trace: trace)
    }

    /// The same circumstances in a dossier.
    func naming(_ dossier: DossierReference) -> ConsultContext {
        ConsultContext(
            caller: caller, purpose: purpose, dossier: dossier, applicant: applicant, trace: trace)
    }
}
