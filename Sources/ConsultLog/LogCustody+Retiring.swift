import AccessRights

// What carries out an order to destroy months.
extension LogCustody {
    nonisolated func carryOut(
        _ order: RetirementOrder, _ succession: any WrappingKeySuccession
    ) async throws(CustodyFailure) -> RetirementReport {
        let plan = try await planned(order)
        let free = plan.filter(\.obstacles.isEmpty)
        guard !free.isEmpty else {
            return RetirementReport(periods: plan, erased: 0, wrappedBy: nil, leftovers: [])
        }
        let key = try await next(succession)
        try await append(Self.drafts(free, order, in: log), or: succession)
        let periods = Set(free.map(\.period))
        let replacement = try await destroy(periods, wrappingOthersBy: key, succession)
        // From here on nothing comes back; what fails is reported and can be done again.
        var leftovers: [RetirementReport.Leftover] = []
        if replacement != .complete { leftovers.append(.keyFiles) }
        if (try? await succession.promote()) == nil { leftovers.append(.oldKeyEncryptionKey) }
        if (try? await eraseIndex(periods)) == nil { leftovers.append(.index) }
        let (erased, isErased) = await erase(periods, order)
        if !isErased { leftovers.append(.bytes) }
        return RetirementReport(
            periods: plan, erased: erased, wrappedBy: key.id, leftovers: leftovers)
    }

    nonisolated func next(
        _ succession: any WrappingKeySuccession
    ) async throws(CustodyFailure) -> KeyEncryptionKey {
        do throws(SuccessionFailure) {
            return try await succession.next()
        } catch {
            await succession.discard()
            throw .succession(error)
        }
    }

    /// Records what is about to be done; the next key is forgotten when that fails.
    nonisolated func append(
        _ drafts: [EntryDraft], or succession: any WrappingKeySuccession
    ) async throws(CustodyFailure) {
        do throws(CustodyFailure) {
            try await append(drafts)
        } catch {
            await succession.discard()
            throw error
        }
    }

    nonisolated func destroy(
        _ periods: Set<KeyPeriod>, wrappingOthersBy key: KeyEncryptionKey,
        _ succession: any WrappingKeySuccession
    ) async throws(CustodyFailure) -> KeyReplacement {
        do throws(KeyFailure) {
            return try await keys.destroy(periods, wrappingOthersBy: key)
        } catch {
            await succession.discard()
            throw .keys(error)
        }
    }

    /// One entry for each class.
    private static func drafts(
        _ periods: [PlannedPeriod], _ order: RetirementOrder, in log: ConsultLog
    ) -> [EntryDraft] {
        Dictionary(grouping: periods, by: \.period.retention)
            .sorted { $0.key < $1.key }
            .map { retention, periods in
                let retired = periods.map {
                    RetiredPeriod(month: $0.period.month, keys: $0.keys, entries: $0.entries)
                }
                return EntryDraft(
                    consult: log.newConsult(),
                    body: .keyRetired(KeyRetired(retention, periods: retired)),
                    confidences: Confidences(official: order.official, reason: order.reason))
            }
    }

    /// Empties the entries of the periods.
    /// - Returns: how many, and whether that was all of them, and out of every file.
    private nonisolated func erase(
        _ periods: Set<KeyPeriod>, _ order: RetirementOrder
    ) async -> (Int64, Bool) {
        var erased: Int64 = 0
        var last: KeptEntry?
        do {
            while true {
                let page = try await page(of: order, after: last)
                let positions = page.found.filter { periods.contains($0.1) }.map(\.0)
                if !positions.isEmpty { try await storage.erase(positions) }
                erased += Int64(positions.count)
                guard let next = page.last else { break }
                last = next
            }
            try await storage.purge()
            return (erased, true)
        } catch {
            return (erased, false)
        }
    }
}
