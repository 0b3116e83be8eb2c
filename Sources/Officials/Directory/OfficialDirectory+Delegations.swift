public import AccessRights
public import ConsultLog
public import Facts

// What officials lend each other.
extension OfficialDirectory {
    /// Lends a role of one official to another one.
    ///
    /// Whoever is unknown, inactive or the lender gets one and the same refusal, and before anybody
    /// is looked at it is seen whether the lender may lend at all.
    ///
    /// - Throws: ``DirectoryRefusal/mayNotDelegate``, ``DirectoryRefusal/wrongEnd``,
    ///   ``DirectoryRefusal/tooMany`` and whatever keeps it from being done.
    public func delegate(
        _ role: OfficialRole, from: DirectoryID, to: Borrower, until: Timestamp,
        because reason: StatedReason, for orderer: Orderer
    ) async throws(DirectoryRefusal) -> Delegation {
        try await givings.take { () throws(DirectoryRefusal) in
            try await self.delegated(role, from, to, until, reason, orderer)
        }
    }

    /// Ends a delegation before its time; one that no longer counts stays as it is.
    public func end(
        _ id: DelegationID, because reason: StatedReason?, for orderer: Orderer
    ) async throws(DirectoryRefusal) {
        try await inTurn {
            await Self.outcome { () async throws(DirectoryRefusal) in
                try await self.ended(id, reason, orderer)
            }
        }
        try await recordTaken()
    }

    private func delegated(
        _ role: OfficialRole, _ from: DirectoryID, _ to: Borrower, _ until: Timestamp,
        _ reason: StatedReason, _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> Delegation {
        let lender = try await known(from)
        // Only what is somebody's own is lent: a loan is not handed on.
        guard lender.isActive, lender.roles.contains(role) else { throw .mayNotDelegate }
        let time = now()
        let length = until.milliseconds - time.milliseconds
        guard length > 0, .milliseconds(length) <= Delegation.longest else { throw .wrongEnd }
        let own = try await snapshot { $0.count(of: from, as: .from, at: time) }
        guard own < Delegation.mostGiven else { throw .tooMany }
        let borrower = try await borrower(to, of: from, at: time)
        let held = try await snapshot { $0.count(of: borrower.id, as: .to, at: time) }
        guard held < Delegation.mostHeld else { throw .tooMany }
        let delegation = Delegation(
            id: DelegationID(newID()), from: from, to: borrower.id, role: role, reason: reason,
            made: time, until: until, ended: nil, revision: 0)
        return try await given(delegation, lender, borrower, time, orderer)
    }

    private func given(
        _ delegation: Delegation, _ lender: Official, _ borrower: Official, _ time: Timestamp,
        _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> Delegation {
        // What is over is of no use here any more, and would pile up.
        let over = try await snapshot { $0.over(from: delegation.from, at: time) }
        let sealed = try sealed { () throws(OfficialsFailure) in try key.seal(delegation) }
        let event = DirectoryEvent(
            consult: newConsult(),
            matter: .delegation(
                .given, delegation.id, from: lender.userName, to: borrower.userName,
                delegation.role, until: delegation.until),
            orderer: orderer, reason: delegation.reason)
        var kept = delegation
        kept.revision = try await give(
            DirectoryWrite(delegations: [sealed], forgotten: over), recording: [event],
            upon: [lender, borrower])
        revise { $0.forget(over) }
        return kept
    }

    /// Who is to be lent something, when they can be.
    private func borrower(
        _ to: Borrower, of lender: DirectoryID, at time: Timestamp
    ) async throws(DirectoryRefusal) -> Official {
        let kept = Delegation.missesAreKept.components.seconds * 1000
        var missed = (misses[lender] ?? []).filter {
            time.milliseconds - $0.milliseconds < kept
        }
        guard missed.count < Delegation.mostMisses else { throw .tooMany }
        let sealed: SealedOfficial?
        switch to {
        case .entry(let id): sealed = try await snapshot { $0.officials[id] }
        case .named(let name):
            let code = key.code(of: name)
            sealed = try await snapshot { $0.official(code) }
        }
        guard let sealed, sealed.isActive, !sealed.isRemoved, sealed.id != lender else {
            missed.append(time)
            misses[lender] = missed
            throw .mayNotDelegate
        }
        return try self.sealed { () throws(OfficialsFailure) in try key.open(sealed) }
    }

    private func ended(
        _ id: DelegationID, _ reason: StatedReason?, _ orderer: Orderer
    ) async throws(DirectoryRefusal) {
        try await looked()
        guard let sealed = try await snapshot({ $0.delegations[id] }) else { throw .unknown }
        guard sealed.ended == nil else { return }
        let (ended, event) = try await ending(sealed, at: now(), reason, orderer)
        try await take(DirectoryWrite(delegations: [ended]), recording: [event])
    }

    /// The record and the event by which a delegation ends.
    func ending(
        _ sealed: SealedDelegation, at time: Timestamp, _ reason: StatedReason?,
        _ orderer: Orderer
    ) async throws(DirectoryRefusal) -> (SealedDelegation, DirectoryEvent) {
        var ended = sealed
        ended.ended = time
        let (lender, borrower) = try await snapshot { snapshot in
            (snapshot.officials[sealed.from], snapshot.officials[sealed.to])
        }
        let event = DirectoryEvent(
            consult: newConsult(),
            matter: .delegation(
                .ended, sealed.id, from: try name(of: lender), to: try name(of: borrower),
                sealed.role, until: sealed.until),
            orderer: orderer, reason: reason)
        return (ended, event)
    }

    /// `nil` of somebody who was taken out: the name is gone.
    private func name(of sealed: SealedOfficial?) throws(DirectoryRefusal) -> OfficialID? {
        guard let sealed, !sealed.isRemoved else { return nil }
        return try self.sealed { () throws(OfficialsFailure) in try key.open(sealed) }.userName
    }
}
