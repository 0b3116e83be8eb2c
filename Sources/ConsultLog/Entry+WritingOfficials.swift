import AccessRights
import Facts

// The kinds that are about officials.
extension CanonicalWriter {
    mutating func officialChanged(_ changed: OfficialChanged, _ confidential: SealedFields?) {
        begin(changed.application)
        raw("\"change\":")
        string(changed.change.rawValue)
        boxes(confidential)
        key(confidential)
        organisation(changed.organisation)
        raw(",\"retention\":")
        string(changed.retention.text)
        raw(",\"roles\":")
        list(changed.roles) { writer, role in writer.string(role.rawValue) }
    }

    mutating func delegationChanged(_ changed: DelegationChanged, _ confidential: SealedFields?) {
        begin(changed.application)
        raw("\"change\":")
        string(changed.change.rawValue)
        boxes(confidential)
        raw(",\"delegation\":")
        uuid(changed.delegation.uuid)
        key(confidential)
        organisation(changed.organisation)
        raw(",\"party\":")
        string(changed.party.rawValue)
        raw(",\"retention\":")
        string(changed.retention.text)
        raw(",\"role\":")
        string(changed.role.rawValue)
        raw(",\"until\":")
        integer(changed.until.milliseconds)
    }

    private mutating func begin(_ application: ApplicationID?) {
        guard let application else { return }
        raw("\"application\":")
        string(application.text)
        raw(",")
    }

    private mutating func organisation(_ organisation: EnterpriseNumber?) {
        guard let organisation else { return }
        raw(",\"organisation\":")
        string(organisation.digits)
    }
}
