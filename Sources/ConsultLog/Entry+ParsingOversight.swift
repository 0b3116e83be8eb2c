import AccessRights
import CanonicalJSON
import Facts

// The kinds that are about the log itself.
extension JSONReader {
    mutating func audited() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .audited)
        let criteria = optionalStrings("criteria", expected: "a criterion") {
            AuditCriterion(rawValue: $0)
        }
        let disclosed = optionalStrings("fields", expected: "a confidential field") {
            ConfidentialField(rawValue: $0)
        }
        let consult = has("ofConsult") ? uuid("ofConsult").map(ConsultID.init) : nil
        let entry = has("ofEntry") ? uuid("ofEntry").map(EntryID.init) : nil
        let organisation = optionalString("organisation", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        let application = optionalString("application", expected: "a name") {
            try ApplicationID(parsing: $0)
        }
        let trace = optionalString("trace", expected: "a trace id") { try TraceID(parsing: $0) }
        guard
            let action = string("action", expected: "an action", { AuditAction(rawValue: $0) }),
            let retention = retention()
        else { return nil }
        let audited = Audited(
            action: action, criteria: Set(criteria ?? []), fields: Set(disclosed ?? []),
            consult: consult, entry: entry, organisation: organisation, application: application,
            trace: trace, retention: retention)
        return (.audited(audited), fields)
    }

    mutating func keyRetired() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .keyRetired)
        guard let retired = retentionClass(),
            let periods = objects("periods", { $0.retiredPeriod() }), let retention = retention()
        else { return nil }
        return (.keyRetired(KeyRetired(retired, periods: periods, retention: retention)), fields)
    }

    private mutating func retiredPeriod() -> RetiredPeriod? {
        guard let month = month("month"),
            let keys = strings(
                "keys", expected: "16 bytes in base64url", { DataKeyID(parsing: $0) }),
            let entries = integer("entries", in: 0...(1 << 53))
        else { return nil }
        return RetiredPeriod(month: month, keys: keys, entries: entries)
    }

    mutating func keyRotated() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .keyRotated)
        guard
            let wrappedBy = string(
                "by", expected: "8 bytes in base64url",
                { KeyEncryptionKeyID(parsing: $0) }),
            let retention = retention()
        else { return nil }
        return (.keyRotated(KeyRotated(wrappedBy: wrappedBy, retention: retention)), fields)
    }

    mutating func holdChanged() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .holdChanged)
        guard
            let change = string("change", expected: "a change", { HoldChange(rawValue: $0) }),
            let held = retentionClass(), let hold = uuid("hold"), let first = month("from"),
            let last = month("to"), let retention = retention()
        else { return nil }
        guard let months = MonthRange(from: first, to: last) else {
            report(.invalid(expected: "not before the first month"), at: "to")
            return nil
        }
        let changed = HoldChanged(
            change, of: LegalHoldID(hold), on: held, in: months, retention: retention)
        return (.holdChanged(changed), fields)
    }

    mutating func continued() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .continued)
        guard
            let checkpoint = string(
                "checkpoint", expected: "a signed note", { try CheckpointText(parsing: $0) }),
            let retention = retention()
        else { return nil }
        return (.continued(Continued(checkpoint: checkpoint, retention: retention)), fields)
    }

    mutating func rightChanged() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .rightChanged)
        guard
            has("authorisation"), let authorisation = authorisation(),
            let step = string("step", expected: "a step", { RightsStep(rawValue: $0) }),
            let state = string("state", expected: "a state", { RightsState(rawValue: $0) }),
            let from = string("from", expected: "a day", { try CalendarDate(parsing: $0) }),
            let revision = integer("revision", in: 1...(1 << 53)), let retention = retention()
        else {
            if !has("authorisation") { report(.missing, at: "authorisation") }
            return nil
        }
        let changed = RightChanged(
            authorisation, step: step, state: state, validFrom: from, revision: revision,
            retention: retention)
        return (.rightChanged(changed), fields)
    }

    private mutating func retentionClass() -> RetentionClass? {
        string("class", expected: "a name") { try RetentionClass(parsing: $0) }
    }

    private mutating func month(_ name: String) -> Month? {
        string(name, expected: "a month") { Month(parsing: $0) }
    }
}
