import AccessRights
import ConsultLog
import Facts

// What changes the directory. Each order looks first, so that what it is held to is not old.
extension OfficialDirectory {
    /// Enters somebody.
    ///
    /// - Throws: ``DirectoryRefusal/nameTaken`` and whatever keeps it from being done.
    public func enter(
        _ new: NewOfficial, for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        try await looked()
        let code = key.code(of: new.userName)
        let bearer = try await snapshot { $0.official(code) }
        if let bearer, !bearer.isRemoved { throw .nameTaken }
        let time = now()
        // Of somebody who comes back the old tokens stay dead; of a new one nothing is known.
        let since = bearer == nil ? Timestamp(milliseconds: 0) : time
        let official = Official(
            id: DirectoryID(newID()), userName: new.userName, externalID: new.externalID,
            isActive: new.isActive, roles: new.roles, created: time, modified: time,
            acceptedSince: since, revision: 0)
        var changes = [OfficialChange.created]
        if !new.isActive { changes.append(.deactivated) }
        return try await keep(official, changes, for: orderer)
    }

    /// Changes somebody. Deactivation ends every token and session of theirs at once, and their
    /// delegations.
    ///
    /// - Returns: how they stand in the directory then.
    public func change(
        _ id: DirectoryID, _ edit: OfficialEdit, for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        var official = try await known(id)
        var changes: [OfficialChange] = []
        let time = now()
        if let isActive = edit.isActive, isActive != official.isActive {
            official.isActive = isActive
            official.acceptedSince = time
            changes.append(isActive ? .activated : .deactivated)
        }
        if let roles = edit.roles, roles != official.roles {
            official.roles = roles
            changes.append(.rolesChanged)
        }
        let isRenamed = edit.externalID.map { $0 != official.externalID } ?? false
        if isRenamed { official.externalID = edit.externalID ?? nil }
        guard isRenamed || !changes.isEmpty else { return official }
        official.modified = time
        let changed = try await keep(official, changes, for: orderer)
        if changes.contains(.deactivated) { try await endDelegations(of: id, for: orderer) }
        return changed
    }

    /// Takes somebody out. What stays is that the bearer of the name has left.
    public func remove(_ id: DirectoryID, for orderer: Orderer) async throws(DirectoryRefusal) {
        let official = try await known(id)
        let time = now()
        let sealed = SealedOfficial(
            id: id, nameCode: key.code(of: official.userName), box: [], isActive: false,
            isRemoved: true, roles: [], created: official.created, modified: time,
            acceptedSince: time, revision: official.revision)
        let draft = draft(.removed, official, for: orderer)
        _ = try await keep(sealed, recording: [draft])
        try await endDelegations(of: id, for: orderer)
    }

    private func keep(
        _ official: Official, _ changes: [OfficialChange], for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        var kept = official
        let sealed = try sealed { () throws(OfficialsFailure) in try key.seal(official) }
        kept.revision = try await keep(
            sealed, recording: changes.map { draft($0, official, for: orderer) })
        return kept
    }

    private func draft(
        _ change: OfficialChange, _ official: Official, for orderer: Orderer
    ) -> EntryDraft {
        EntryDraft(
            consult: newConsult(),
            body: .officialChanged(
                OfficialChanged(
                    change, roles: change == .removed ? [] : official.roles,
                    organisation: orderer.organisation, application: orderer.application)),
            confidences: Confidences(
                subject: .official(official.userName), official: orderer.official))
    }

    /// - Throws: ``DirectoryRefusal/unknown``.
    func known(_ id: DirectoryID) async throws(DirectoryRefusal) -> Official {
        try await looked()
        let sealed = try await snapshot { $0.officials[id] }
        guard let sealed, !sealed.isRemoved else { throw .unknown }
        return try self.sealed { () throws(OfficialsFailure) in try key.open(sealed) }
    }

    func looked() async throws(DirectoryRefusal) {
        if case .failure(let failure) = await look() { throw .failed(failure) }
    }

    func snapshot<Value: Sendable>(
        _ read: @Sendable (DirectorySnapshot) -> Value
    ) async throws(DirectoryRefusal) -> Value {
        do throws(OfficialsFailure) {
            return try await current(read)
        } catch {
            throw .failed(error)
        }
    }

    func sealed<Value>(
        _ work: () throws(OfficialsFailure) -> Value
    ) throws(DirectoryRefusal) -> Value {
        do throws(OfficialsFailure) {
            return try work()
        } catch {
            throw .failed(error)
        }
    }
}
