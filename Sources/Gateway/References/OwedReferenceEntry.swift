public import AccessRights
public import ConsultLog
public import Facts

/// An entry that the log is owed: a dossier was closed or shortened, which takes effect before it
/// is logged. What it does not say is said by the dossier.
public struct OwedReferenceEntry: Hashable, Sendable {
    /// In which consult it belongs; the log has it when it has one of that consult.
    public let consult: ConsultID
    public let reference: ReferenceID
    public let change: ReferenceChange
    /// The last day of the dossier since.
    public let until: CalendarDate
    /// Through which application it was changed.
    public let application: ApplicationID
    public let trace: TraceID?
    /// Under which the official is boxed, in a record of the consult's name.
    public let key: DataKeyID
    /// `nil` when nobody was identified.
    public let official: SealedField?

    public init(
        consult: ConsultID, reference: ReferenceID, change: ReferenceChange, until: CalendarDate,
        application: ApplicationID, trace: TraceID?, key: DataKeyID, official: SealedField?
    ) {
        self.consult = consult
        self.reference = reference
        self.change = change
        self.until = until
        self.application = application
        self.trace = trace
        self.key = key
        self.official = official
    }
}
