/// Reads entries back, in the order in which they were stored. It opens nothing confidential.
public struct LogReader: Sendable {
    private let storage: any ConsultLogStorage

    public init(_ storage: any ConsultLogStorage) { self.storage = storage }

    /// Returns at most `limit` rows behind `position`, or from the beginning, retired ones among
    /// them. Whoever wants all goes on behind the last one until none comes.
    public func rows(
        after position: LogPosition? = nil, limit: Int = 1000
    ) async throws(ReadFailure) -> [LogRow] {
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await storage.page(after: position, limit: limit)
        } catch {
            throw .unreachable
        }
        return try Self.rows(stored)
    }

    /// Returns at most `limit` entries behind `position`, or from the beginning, and passes over
    /// those that were retired. Whoever wants all goes on behind the last one until none comes.
    public func entries(
        after position: LogPosition? = nil, limit: Int = 1000
    ) async throws(ReadFailure) -> [ListedEntry] {
        var entries: [ListedEntry] = []
        var last = position
        while entries.count < limit {
            let rows = try await rows(after: last, limit: limit - entries.count)
            entries += rows.compactMap(\.entry)
            guard let end = rows.last else { break }
            last = end.position
        }
        return entries
    }

    /// Returns every entry of a consult that was not retired.
    public func entries(of consult: ConsultID) async throws(ReadFailure) -> [ListedEntry] {
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await storage.entries(of: consult)
        } catch {
            throw .unreachable
        }
        return try Self.rows(stored).compactMap(\.entry)
    }

    private static func rows(_ stored: [StoredEntry]) throws(ReadFailure) -> [LogRow] {
        var rows: [LogRow] = []
        rows.reserveCapacity(stored.count)
        for item in stored {
            guard !item.isRetired else {
                rows.append(.retired(item.position))
                continue
            }
            do throws(EntryFailure) {
                let entry = try Entry(parsing: item.bytes)
                rows.append(.entry(ListedEntry(position: item.position, entry: entry)))
            } catch {
                throw .damaged(item.position, error)
            }
        }
        return rows
    }
}

extension LogRow {
    fileprivate var entry: ListedEntry? {
        if case .entry(let listed) = self { listed } else { nil }
    }
}
