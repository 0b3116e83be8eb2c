import AccessRights
import ConsultLog
import Facts

extension ReferenceRecord {
    /// What the log says of a change.
    func entry(
        _ change: ReferenceChange, _ opened: OpenReference, through context: ConsultContext,
        in consult: ConsultID
    ) -> EntryDraft {
        EntryDraft(
            consult: consult,
            body: body(
                change, until: until, through: context.caller.application, context.trace),
            confidences: Confidences(
                subject: opened.subject, official: context.caller.official,
                dossier: opened.dossier))
    }

    /// What the log is owed.
    ///
    /// - Parameters:
    ///   - subject: `nil` when the box cannot be opened any more.
    ///   - dossier: as `subject`.
    func entry(
        _ owed: OwedReferenceEntry, _ official: OfficialID?, subject: Subject?,
        dossier: DossierReference?
    ) -> EntryDraft {
        EntryDraft(
            consult: owed.consult,
            body: body(owed.change, until: owed.until, through: owed.application, owed.trace),
            confidences: Confidences(subject: subject, official: official, dossier: dossier))
    }

    private func body(
        _ change: ReferenceChange, until: CalendarDate, through application: ApplicationID,
        _ trace: TraceID?
    ) -> EntryBody {
        .referenceChanged(
            ReferenceChanged(
                change, of: id, kind, by: organisation, application, for: purpose,
                under: authorisation, from: from, until: until, trace: trace))
    }
}

extension Entry {
    /// Whether it is what the log was owed.
    func pays(_ owed: OwedReferenceEntry) -> Bool {
        guard case .referenceChanged(let changed) = body else { return false }
        return changed.reference == owed.reference && changed.change == owed.change
            && changed.until == owed.until
    }
}
