import AccessRights
import Facts

// The kinds that are about the log itself.
extension CanonicalWriter {
    mutating func audited(_ audited: Audited, _ confidential: SealedFields?) {
        raw("\"action\":")
        string(audited.action.rawValue)
        if let application = audited.application {
            raw(",\"application\":")
            string(application.text)
        }
        boxes(confidential)
        if !audited.criteria.isEmpty {
            raw(",\"criteria\":")
            list(audited.criteria) { writer, criterion in writer.string(criterion.rawValue) }
        }
        if !audited.fields.isEmpty {
            raw(",\"fields\":")
            list(audited.fields) { writer, field in writer.string(field.rawValue) }
        }
        key(confidential)
        if let consult = audited.consult {
            raw(",\"ofConsult\":")
            uuid(consult.uuid)
        }
        if let entry = audited.entry {
            raw(",\"ofEntry\":")
            uuid(entry.uuid)
        }
        if let organisation = audited.organisation {
            raw(",\"organisation\":")
            string(organisation.digits)
        }
        retention(audited.retention.text)
        if let trace = audited.trace {
            raw(",\"trace\":")
            string(trace.text)
        }
    }

    mutating func keyRetired(_ retired: KeyRetired, _ confidential: SealedFields?) {
        raw("\"class\":")
        string(retired.retired.text)
        boxes(confidential)
        key(confidential)
        raw(",\"periods\":")
        list(retired.periods) { writer, period in
            writer.raw("{\"entries\":")
            writer.integer(period.entries)
            writer.raw(",\"keys\":")
            writer.list(period.keys) { writer, key in writer.base64URL(key.bytes) }
            writer.raw(",\"month\":")
            writer.string(period.month.description)
            writer.raw("}")
        }
        retention(retired.retention.text)
    }

    mutating func keyRotated(_ rotated: KeyRotated, _ confidential: SealedFields?) {
        raw("\"by\":")
        base64URL(rotated.wrappedBy.bytes)
        boxes(confidential)
        key(confidential)
        retention(rotated.retention.text)
    }

    mutating func holdChanged(_ changed: HoldChanged, _ confidential: SealedFields?) {
        raw("\"change\":")
        string(changed.change.rawValue)
        raw(",\"class\":")
        string(changed.held.text)
        boxes(confidential)
        raw(",\"from\":")
        string(changed.months.first.description)
        raw(",\"hold\":")
        uuid(changed.hold.uuid)
        key(confidential)
        retention(changed.retention.text)
        raw(",\"to\":")
        string(changed.months.last.description)
    }

    mutating func continued(_ continued: Continued, _ confidential: SealedFields?) {
        raw("\"checkpoint\":")
        string(continued.checkpoint.text)
        boxes(confidential)
        key(confidential)
        retention(continued.retention.text)
    }

    mutating func rightChanged(_ changed: RightChanged, _ confidential: SealedFields?) {
        raw("\"authorisation\":{\"hash\":")
        hexadecimal(changed.authorisation.hash.bytes)
        raw(",\"id\":")
        string(changed.authorisation.id.text)
        raw("}")
        boxes(confidential)
        raw(",\"from\":")
        string(changed.validFrom.text)
        key(confidential)
        retention(changed.retention.text)
        raw(",\"revision\":")
        integer(changed.revision)
        raw(",\"state\":")
        string(changed.state.rawValue)
        raw(",\"step\":")
        string(changed.step.rawValue)
    }

    private mutating func retention(_ text: String) {
        raw(",\"retention\":")
        string(text)
    }
}
