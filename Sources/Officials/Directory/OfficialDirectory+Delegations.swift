public import AccessRights
public import ConsultLog
public import Facts

// What officials lend each other.
extension OfficialDirectory {
    /// Lends a role of one official to another one.
    ///
    /// - Throws: ``DirectoryRefusal/mayNotDelegate``, ``DirectoryRefusal/wrongEnd`` and whatever
    ///   keeps it from being done.
    public func delegate(
        _ role: OfficialRole, from: DirectoryID, to: DirectoryID, until: Timestamp,
        because reason: StatedReason, for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Delegation {
        let lender = try await known(from)
        let borrower = try await known(to)
        // Only what is somebody's own is lent: a loan is not handed on.
        guard from != to, lender.isActive, borrower.isActive, lender.roles.contains(role) else {
            throw .mayNotDelegate
        }
        let time = now()
        let length = until.milliseconds - time.milliseconds
        guard length > 0, .milliseconds(length) <= Delegation.longest else { throw .wrongEnd }
        let delegation = Delegation(
            id: DelegationID(newID()), from: from, to: to, role: role, reason: reason, made: time,
            until: until, ended: nil, revision: 0)
        return try await keep(
            delegation, .given, [(.from, lender.userName), (.to, borrower.userName)],
            because: reason, for: orderer)
    }

    /// Ends a delegation before its time; one that no longer counts stays as it is.
    public func end(
        _ id: DelegationID, because reason: StatedReason?, for orderer: Orderer
    ) async throws(DirectoryRefusal) {
        try await looked()
        guard let sealed = try await snapshot({ $0.delegations[id] }) else { throw .unknown }
        try await end(sealed, because: reason, for: orderer)
    }

    /// Ends what somebody gave or was given.
    func endDelegations(
        of id: DirectoryID, for orderer: Orderer
    ) async throws(DirectoryRefusal) {
        let time = now()
        let open = try await snapshot { snapshot in
            snapshot.delegations.values.filter {
                ($0.from == id || $0.to == id) && $0.ended == nil && time < $0.until
            }
        }
        for delegation in open.sorted(by: { $0.id < $1.id }) {
            try await end(delegation, because: nil, for: orderer)
        }
    }

    private func end(
        _ sealed: SealedDelegation, because reason: StatedReason?, for orderer: Orderer
    ) async throws(DirectoryRefusal) {
        guard sealed.ended == nil else { return }
        var delegation = try self.sealed { () throws(OfficialsFailure) in try key.open(sealed) }
        delegation.ended = now()
        let people = try await snapshot { snapshot in
            [
                (DelegationParty.from, snapshot.officials[sealed.from]),
                (DelegationParty.to, snapshot.officials[sealed.to]),
            ]
        }
        var names: [(DelegationParty, OfficialID)] = []
        for (party, person) in people {
            // Of somebody who was taken out the name is gone.
            guard let person, !person.isRemoved else { continue }
            let official = try self.sealed { () throws(OfficialsFailure) in try key.open(person) }
            names.append((party, official.userName))
        }
        _ = try await keep(delegation, .ended, names, because: reason, for: orderer)
    }

    private func keep(
        _ delegation: Delegation, _ change: DelegationChange,
        _ people: [(DelegationParty, OfficialID)], because reason: StatedReason?,
        for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Delegation {
        var kept = delegation
        let sealed = try sealed { () throws(OfficialsFailure) in try key.seal(delegation) }
        let consult = newConsult()
        let drafts = people.enumerated().map { place, person in
            EntryDraft(
                consult: consult, ordinal: place + 1,
                body: .delegationChanged(
                    DelegationChanged(
                        change, of: delegation.id, for: person.0, role: delegation.role,
                        until: delegation.until, organisation: orderer.organisation,
                        application: orderer.application)),
                confidences: Confidences(
                    subject: .official(person.1), official: orderer.official, reason: reason))
        }
        kept.revision = try await keep(sealed, recording: drafts)
        return kept
    }
}
