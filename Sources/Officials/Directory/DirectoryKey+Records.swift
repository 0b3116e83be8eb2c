import CanonicalJSON
import ConsultLog

// Between the records of the domain and those of the storage.
extension DirectoryKey {
    func seal(_ official: Official) throws(OfficialsFailure) -> SealedOfficial {
        var content: JSONObject = ["userName": .string(official.userName.text)]
        content["externalId"] = official.externalID.map { .string($0) }
        return SealedOfficial(
            id: official.id, nameCode: code(of: official.userName),
            box: try seal(.object(content), in: official.id.uuid), isActive: official.isActive,
            isRemoved: false, roles: official.roles, created: official.created,
            modified: official.modified, acceptedSince: official.acceptedSince,
            revision: official.revision)
    }

    func open(_ sealed: SealedOfficial) throws(OfficialsFailure) -> Official {
        let content = try open(sealed.box, of: sealed.id.uuid)
        guard let text = content["userName"]?.string, let name = try? OfficialID(parsing: text),
            code(of: name) == sealed.nameCode
        else { throw .damaged }
        return Official(
            id: sealed.id, userName: name, externalID: content["externalId"]?.string,
            isActive: sealed.isActive, roles: sealed.roles, created: sealed.created,
            modified: sealed.modified, acceptedSince: sealed.acceptedSince,
            revision: sealed.revision)
    }

    func seal(_ delegation: Delegation) throws(OfficialsFailure) -> SealedDelegation {
        SealedDelegation(
            id: delegation.id, from: delegation.from, to: delegation.to, role: delegation.role,
            box: try seal(["reason": .string(delegation.reason.text)], in: delegation.id.uuid),
            made: delegation.made, until: delegation.until, ended: delegation.ended,
            revision: delegation.revision)
    }

    func open(_ sealed: SealedDelegation) throws(OfficialsFailure) -> Delegation {
        let content = try open(sealed.box, of: sealed.id.uuid)
        guard let text = content["reason"]?.string, let reason = try? StatedReason(parsing: text)
        else { throw .damaged }
        return Delegation(
            id: sealed.id, from: sealed.from, to: sealed.to, role: sealed.role, reason: reason,
            made: sealed.made, until: sealed.until, ended: sealed.ended,
            revision: sealed.revision)
    }

    func seal(_ event: DirectoryEvent) throws(OfficialsFailure) -> SealedDebt {
        SealedDebt(id: event.consult.uuid, box: try seal(event.json, in: event.consult.uuid))
    }

    func open(_ debt: SealedDebt) throws(OfficialsFailure) -> DirectoryEvent {
        let content = try open(debt.box, of: debt.id)
        guard let event = DirectoryEvent(content, consult: ConsultID(debt.id)) else {
            throw .damaged
        }
        return event
    }
}
