/// Reads entries back, in the order in which they were stored. It opens nothing confidential.
public struct LogReader: Sendable {
    private let storage: any ConsultLogStorage

    public init(_ storage: any ConsultLogStorage) { self.storage = storage }

    /// Returns at most `limit` entries behind `position`, or from the beginning. Whoever wants all
    /// goes on behind the last one until none comes.
    public func entries(
        after position: LogPosition? = nil, limit: Int = 1000
    ) async throws(ReadFailure) -> [ListedEntry] {
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await storage.page(after: position, limit: limit)
        } catch {
            throw .unreachable
        }
        return try parse(stored)
    }

    /// Returns every entry of a consult.
    public func entries(of consult: ConsultID) async throws(ReadFailure) -> [ListedEntry] {
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await storage.entries(of: consult)
        } catch {
            throw .unreachable
        }
        return try parse(stored)
    }

    private func parse(_ stored: [StoredEntry]) throws(ReadFailure) -> [ListedEntry] {
        var entries: [ListedEntry] = []
        entries.reserveCapacity(stored.count)
        for item in stored {
            do throws(EntryFailure) {
                let entry = try Entry(parsing: item.bytes)
                entries.append(ListedEntry(position: item.position, entry: entry))
            } catch {
                throw .damaged(item.position, error)
            }
        }
        return entries
    }
}
