import AccessRights
public import ConsultLog
import Facts

// What changes the directory. Each order looks first, so that what it is held to is not old.
extension OfficialDirectory {
    /// Enters somebody.
    ///
    /// - Throws: ``DirectoryRefusal/nameTaken`` and whatever keeps it from being done.
    public func enter(
        _ new: NewOfficial, for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        try await givings.take { () throws(DirectoryRefusal) in
            try await self.entered(new, orderer)
        }
    }

    /// Changes somebody. Deactivation ends every token and session of theirs at once, and their
    /// delegations.
    ///
    /// Of a change that gives less here and more there, what gives less is done first: when the
    /// rest then fails, that stands.
    ///
    /// - Returns: how they stand in the directory then.
    public func change(
        _ id: DirectoryID, _ edit: OfficialEdit, because reason: StatedReason? = nil,
        for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        let isTaken = try await inTurn {
            await Self.outcome { () async throws(DirectoryRefusal) in
                try await self.lessened(id, edit, reason, orderer)
            }
        }
        if isTaken { try await recordTaken() }
        return try await givings.take { () throws(DirectoryRefusal) in
            try await self.extended(id, edit, reason, orderer)
        }
    }

    /// Takes somebody out. What stays is that the bearer of the name has left.
    public func remove(
        _ id: DirectoryID, because reason: StatedReason? = nil, for orderer: Orderer
    ) async throws(DirectoryRefusal) {
        try await inTurn {
            await Self.outcome { () async throws(DirectoryRefusal) in
                try await self.removed(id, reason, orderer)
            }
        }
        try await recordTaken()
    }

    private func entered(
        _ new: NewOfficial, _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        try await looked()
        let code = key.code(of: new.userName)
        let (bearer, isRebuilt) = try await snapshot { ($0.official(code), $0.isRebuilt) }
        if let bearer, !bearer.isRemoved { throw .nameTaken }
        let time = now()
        // Of somebody who comes back the old tokens stay dead; of a new one nothing is known.
        let isNew = bearer == nil && !isRebuilt
        let official = Official(
            id: DirectoryID(newID()), userName: new.userName, externalID: new.externalID,
            isActive: new.isActive, roles: new.roles, created: time, modified: time,
            acceptedSince: isNew ? Timestamp(milliseconds: 0) : time, revision: 0)
        var changes = [OfficialChange.created]
        if !new.isActive { changes.append(.deactivated) }
        return try await given(official, changes, nil, orderer)
    }

    /// The part of a change that gives less.
    ///
    /// - Returns: whether there is one.
    private func lessened(
        _ id: DirectoryID, _ edit: OfficialEdit, _ reason: StatedReason?, _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> Bool {
        var official = try await known(id)
        let time = now()
        var changes: [OfficialChange] = []
        if edit.isActive == false, official.isActive {
            official.isActive = false
            official.acceptedSince = time
            changes.append(.deactivated)
        }
        if let roles = edit.roles, !official.roles.isSubset(of: roles) {
            official.roles.formIntersection(roles)
            changes.append(.rolesChanged)
        }
        guard !changes.isEmpty else { return false }
        official.modified = time
        let (left, roles) = (!official.isActive, official.roles)
        // A loan that no longer counts must not count again when the role comes back.
        let open = try await snapshot { snapshot in
            snapshot.open(of: id, at: time).filter {
                left || ($0.from == id && !roles.contains($0.role))
            }
        }
        var records = DirectoryWrite(officials: [try seal(official)])
        var events = changes.map { event($0, official, reason, orderer) }
        for loan in open {
            let (ended, event) = try await ending(loan, at: time, reason, orderer)
            records.delegations.append(ended)
            events.append(event)
        }
        try await take(records, recording: events)
        return true
    }

    /// The part of a change that gives more, or neither.
    private func extended(
        _ id: DirectoryID, _ edit: OfficialEdit, _ reason: StatedReason?, _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        var official = try await known(id)
        let time = now()
        var changes: [OfficialChange] = []
        if edit.isActive == true, !official.isActive {
            official.isActive = true
            official.acceptedSince = time
            changes.append(.activated)
        }
        if let roles = edit.roles, roles != official.roles {
            official.roles = roles
            changes.append(.rolesChanged)
        }
        if let externalID = edit.externalID, externalID != official.externalID {
            official.externalID = externalID
            changes.append(.externalIDChanged)
        }
        guard !changes.isEmpty else { return official }
        official.modified = time
        return try await given(official, changes, reason, orderer)
    }

    private func removed(
        _ id: DirectoryID, _ reason: StatedReason?, _ orderer: Orderer
    ) async throws(DirectoryRefusal) {
        let official = try await known(id)
        let time = now()
        var records = DirectoryWrite(officials: [
            SealedOfficial(
                id: id, nameCode: key.code(of: official.userName), box: [], isActive: false,
                isRemoved: true, roles: [], created: official.created, modified: time,
                acceptedSince: time, revision: official.revision)
        ])
        var events = [event(.removed, official, reason, orderer)]
        for loan in try await snapshot({ $0.open(of: id, at: time) }) {
            let (ended, event) = try await ending(loan, at: time, reason, orderer)
            records.delegations.append(ended)
            events.append(event)
        }
        try await take(records, recording: events)
    }

    private func given(
        _ official: Official, _ changes: [OfficialChange], _ reason: StatedReason?,
        _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> Official {
        var kept = official
        kept.revision = try await give(
            DirectoryWrite(officials: [try seal(official)]),
            recording: changes.map { event($0, official, reason, orderer) })
        return kept
    }

    private func event(
        _ change: OfficialChange, _ official: Official, _ reason: StatedReason?,
        _ orderer: Orderer
    ) -> DirectoryEvent {
        DirectoryEvent(
            consult: newConsult(), matter: .official(change, official.userName, official.roles),
            orderer: orderer, reason: reason)
    }

    private func seal(_ official: Official) throws(DirectoryRefusal) -> SealedOfficial {
        try sealed { () throws(OfficialsFailure) in try key.seal(official) }
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
