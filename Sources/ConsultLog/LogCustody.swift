public import AccessRights
public import Facts

/// Destroys the keys of months whose time is over, lets one key-encryption key follow another, and
/// keeps the legal holds. One order at a time.
///
/// Each order is in the log before it is carried out, and a hold is released in the log before it is
/// released.
public actor LogCustody {
    /// Where entries are kept, and can be emptied.
    public typealias Storage = ConsultLogStorage & EntryErasure

    nonisolated let log: ConsultLog
    nonisolated let keys: DataKeys
    nonisolated let storage: any Storage
    nonisolated let holds: any LegalHoldStore
    nonisolated let sequenced: @Sendable () async throws(StorageFailure) -> LogPosition
    nonisolated let eraseIndex: @Sendable (Set<KeyPeriod>) async throws(StorageFailure) -> Void
    nonisolated let now: @Sendable () -> Timestamp
    private nonisolated let turns = Turns()

    /// - Parameters:
    ///   - sequenced: the last position that is in the tree; entries behind it are not emptied, or
    ///     their leaf could never be made.
    ///   - eraseIndex: removes what the search index knows of periods; to do it again is no error.
    public init(
        log: ConsultLog, keys: DataKeys, storage: any Storage, holds: any LegalHoldStore,
        sequenced: @escaping @Sendable () async throws(StorageFailure) -> LogPosition,
        eraseIndex: @escaping @Sendable (Set<KeyPeriod>) async throws(StorageFailure) -> Void,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.log = log
        self.keys = keys
        self.storage = storage
        self.holds = holds
        self.sequenced = sequenced
        self.eraseIndex = eraseIndex
        self.now = now
    }

    /// Says what an order would do, and does nothing.
    public func plan(
        _ order: RetirementOrder
    ) async throws(CustodyFailure) -> [PlannedPeriod] {
        try await turns.take { () throws(CustodyFailure) in
            try await self.planned(order)
        }
    }

    /// Destroys the keys of every period that nothing holds, and then its entries' bytes.
    ///
    /// The one step that counts is that of ``DataKeys/destroy(_:wrappingOthersBy:)``. What was
    /// interrupted after it is finished by giving the order again.
    public func retire(
        _ order: RetirementOrder, _ succession: any WrappingKeySuccession
    ) async throws(CustodyFailure) -> RetirementReport {
        try await turns.take { () throws(CustodyFailure) in
            try await self.carryOut(order, succession)
        }
    }

    /// Wraps every key by the next key-encryption key, and returns its name and what became of the
    /// old files. It is in the log before it is done.
    public func rotate(
        _ succession: any WrappingKeySuccession, for official: OfficialID,
        because reason: StatedReason? = nil
    ) async throws(CustodyFailure) -> (KeyEncryptionKeyID, KeyReplacement) {
        try await turns.take { () throws(CustodyFailure) in
            let key = try await self.next(succession)
            let draft = EntryDraft(
                consult: self.log.newConsult(),
                body: .keyRotated(KeyRotated(wrappedBy: key.id)),
                confidences: Confidences(official: official, reason: reason))
            try await self.append([draft], or: succession)
            let replacement = try await self.destroy([], wrappingOthersBy: key, succession)
            do throws(SuccessionFailure) {
                try await succession.promote()
            } catch {
                throw .oldKeyRemains(error)
            }
            return (key.id, replacement)
        }
    }

    /// The holds that lie on months now, oldest first.
    public func legalHolds() async throws(CustodyFailure) -> [LegalHold] {
        try await turns.take { () throws(CustodyFailure) in
            try await self.readHolds().sorted { $0.id < $1.id }
        }
    }

    /// Places a hold. It holds, and is in the log, when this returns; it may hold when it throws.
    public func placeHold(
        on held: RetentionClass, in months: MonthRange, for official: OfficialID,
        because reason: StatedReason
    ) async throws(CustodyFailure) -> LegalHold {
        try await turns.take { () throws(CustodyFailure) in
            let hold = LegalHold(
                id: LegalHoldID(self.log.newConsult().uuid), held: held, months: months,
                placed: self.now())
            try await self.keep(try await self.readHolds() + [hold])
            try await self.record(.placed, hold, official, reason)
            return hold
        }
    }

    /// Releases a hold.
    public func releaseHold(
        _ id: LegalHoldID, for official: OfficialID, because reason: StatedReason
    ) async throws(CustodyFailure) -> LegalHold {
        try await turns.take { () throws(CustodyFailure) in
            let holds = try await self.readHolds()
            guard let hold = holds.first(where: { $0.id == id }) else { throw .unknownHold }
            try await self.record(.released, hold, official, reason)
            try await self.keep(holds.filter { $0.id != id })
            return hold
        }
    }
}
