public import ConsultLog
public import Facts

/// A dossier of the repertory with its boxes laid open. Printing it shows nothing.
public struct OpenReference: Hashable, Sendable, Redacted {
    public let record: ReferenceRecord
    public let subject: Subject
    public let dossier: DossierReference

    public init(record: ReferenceRecord, subject: Subject, dossier: DossierReference) {
        self.record = record
        self.subject = subject
        self.dossier = dossier
    }
}
