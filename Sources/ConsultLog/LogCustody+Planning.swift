import AccessRights

// What an order to destroy months would do.
extension LogCustody {
    /// How many entries are read at once.
    private static var page: Int { 1000 }

    nonisolated func planned(
        _ order: RetirementOrder
    ) async throws(CustodyFailure) -> [PlannedPeriod] {
        let now = now()
        guard order.before <= Month(of: now) else { throw .notOver(Month(of: now)) }
        guard !order.isEarly || order.reason != nil else { throw .reasonMissing }
        let holds = try await readHolds()
        let unfinished = try await unfinished()
        let sequenced = try await lastSequenced()
        var count = PeriodCount()
        try await forEachEntry(of: order) { position, period in count.add(position, of: period) }
        let names = keys.names.filter { period, _ in order.concerns(period) }
        return Set(names.keys).union(count.entries.keys)
            .sorted { ($0.month, $0.retention) < ($1.month, $1.retention) }
            .map { period in
                var obstacles: [RetirementObstacle] = []
                let covering = holds.filter { $0.covers(period) }
                if !covering.isEmpty { obstacles.append(.held(covering.map(\.id))) }
                if !order.isEarly, !period.retention.isOver(for: period.month, at: now) {
                    obstacles.append(
                        .young(until: period.retention.months.map { period.month.adding($0 + 1) }))
                }
                if let open = unfinished[period] { obstacles.append(.unfinished(open)) }
                if let last = count.last[period], last > sequenced {
                    obstacles.append(.notSequenced(last))
                }
                return PlannedPeriod(
                    period: period, keys: names[period] ?? [],
                    entries: count.entries[period] ?? 0, obstacles: obstacles)
            }
    }

    /// Hands over every entry that the order would empty. Those about the log itself which explain
    /// what is missing stay.
    nonisolated func forEachEntry(
        of order: RetirementOrder, _ take: (LogPosition, KeyPeriod) -> Void
    ) async throws(CustodyFailure) {
        var last: KeptEntry?
        while true {
            let page = try await page(of: order, after: last)
            for (position, period) in page.found { take(position, period) }
            guard let next = page.last else { return }
            last = next
        }
    }

    /// One page of the entries that the order would empty, and the last that was looked at; `nil`
    /// at the end.
    nonisolated func page(
        of order: RetirementOrder, after last: KeptEntry?
    ) async throws(CustodyFailure) -> (found: [(LogPosition, KeyPeriod)], last: KeptEntry?) {
        let kept: [KeptEntry]
        do throws(StorageFailure) {
            kept = try await storage.keptEntries(
                before: order.before, after: last, limit: Self.page)
        } catch {
            throw .unreadable
        }
        var found: [(LogPosition, KeyPeriod)] = []
        for item in kept {
            guard let entry = try? Entry(parsing: item.stored.bytes) else {
                throw .damaged(item.stored.position)
            }
            let period = KeyPeriod(retention: entry.body.retention, consult: entry.consult)
            guard entry.consult == item.consult else { throw .damaged(item.stored.position) }
            if !entry.kind.isKeptForEver, order.concerns(period) {
                found.append((item.stored.position, period))
            }
        }
        return (found, kept.last)
    }

    private nonisolated func unfinished() async throws(CustodyFailure) -> [KeyPeriod: Int] {
        let open: [StoredEntry]
        do throws(StorageFailure) {
            open = try await storage.unfinished(before: WriterEpoch(.max), limit: 100_000)
        } catch {
            throw .unreadable
        }
        var counts: [KeyPeriod: Int] = [:]
        for stored in open {
            guard let asked = UnfinishedAsked(stored) else { throw .damaged(stored.position) }
            let period = KeyPeriod(retention: asked.retention, consult: asked.consult)
            counts[period, default: 0] += 1
        }
        return counts
    }

    private nonisolated func lastSequenced() async throws(CustodyFailure) -> LogPosition {
        do throws(StorageFailure) {
            return try await sequenced()
        } catch {
            throw .unreadable
        }
    }
}

extension RetirementOrder {
    fileprivate func concerns(_ period: KeyPeriod) -> Bool {
        period.month < before && (retention == nil || retention == period.retention)
    }
}

extension EntryKind {
    /// Whether the bytes stay when the keys go: they explain why others are empty,
    /// or why they were allowed.
    fileprivate var isKeptForEver: Bool {
        switch self {
        // What was allowed when is asked for longer than any consult is kept.
        case .rightChanged: true
        case .keyRetired, .holdChanged, .continued: true
        case .asked, .answered, .refused, .interrupted, .audited, .keyRotated, .referenceChanged,
            .officialChanged, .delegationChanged:
            false
        }
    }
}
