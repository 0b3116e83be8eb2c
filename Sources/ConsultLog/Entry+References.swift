import AccessRights
import CanonicalJSON
import Facts

// The kind that is about the repertory of references.
extension CanonicalWriter {
    mutating func referenceChanged(_ changed: ReferenceChanged, _ confidential: SealedFields?) {
        raw("\"application\":")
        string(changed.application.text)
        authorisation(changed.authorisation)
        raw(",\"change\":")
        string(changed.change.rawValue)
        boxes(confidential)
        raw(",\"from\":")
        string(changed.from.text)
        key(confidential)
        raw(",\"kind\":")
        string(changed.kind.text)
        raw(",\"organisation\":")
        string(changed.organisation.digits)
        raw(",\"purpose\":")
        string(changed.purpose.text)
        raw(",\"reference\":")
        uuid(changed.reference.uuid)
        raw(",\"retention\":")
        string(changed.retention.text)
        if let trace = changed.trace {
            raw(",\"trace\":")
            string(trace.text)
        }
        raw(",\"until\":")
        string(changed.until.text)
    }
}

extension JSONReader {
    mutating func referenceChanged() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .referenceChanged)
        let trace = optionalString("trace", expected: "a trace id") { try TraceID(parsing: $0) }
        let authorisation = authorisation()
        if authorisation == nil, !has("authorisation") { report(.missing, at: "authorisation") }
        guard
            let change = string("change", expected: "a change", { ReferenceChange(rawValue: $0) }),
            let reference = uuid("reference"),
            let kind = string("kind", expected: "a name", { try ReferenceKind(parsing: $0) }),
            let organisation = string(
                "organisation", expected: "an enterprise number",
                { try EnterpriseNumber(parsing: $0) }),
            let application = string(
                "application", expected: "a name", { try ApplicationID(parsing: $0) }),
            let purpose = string("purpose", expected: "a name", { try PurposeID(parsing: $0) }),
            let authorisation, let from = day("from"), let until = day("until"),
            let retention = retention()
        else { return nil }
        let changed = ReferenceChanged(
            change, of: ReferenceID(reference), kind, by: organisation, application, for: purpose,
            under: authorisation, from: from, until: until, trace: trace, retention: retention)
        return (.referenceChanged(changed), fields)
    }

    private mutating func day(_ name: String) -> CalendarDate? {
        string(name, expected: "a day") { try CalendarDate(parsing: $0) }
    }
}
