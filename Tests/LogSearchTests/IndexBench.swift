import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import SQLiteStorage
import TestSupport

@testable import LogSearch

/// A search index in a folder that is filled with made-up rows instead of entries.
struct IndexBench {
    let folder: TemporaryFolder
    let files: SearchIndexFolder
    let keys: DataKeys
    /// The group of each of three months.
    let groups: [KeyGroup]
    /// What stands at an index: whether it has the token `index % 7 == 0`, which month.
    static let step: UInt64 = 512

    init() async throws {
        folder = try TemporaryFolder()
        files = try SearchIndexFolder(at: folder.path)
        keys = try await LogBench(InMemoryConsultLogStorage()).keys
        let retention = try RetentionClass(parsing: "ten-years")
        groups = ["2026-01", "2026-02", "2026-03"].compactMap { text in
            Month(parsing: text).map {
                KeyGroup(period: KeyPeriod(retention: retention, month: $0), key: nil)
            }
        }
    }

    /// Entries from one index to another: every 512th is there, the organisation by turns one of
    /// three, the month growing with the index.
    func run(_ range: Range<UInt64>) -> MemoryRun {
        var rows: [IndexRow] = []
        var marks = [EntryMark](repeating: .none, count: range.count)
        for index in range where index % Self.step == 0 {
            let group = UInt16(index / 40_000 % 3)
            rows.append(
                IndexRow(Self.token(Int(index / Self.step % 3)), index: index, group: group))
            marks[Int(index - range.lowerBound)] = EntryMark(
                Timestamp(milliseconds: 1_700_000_000_000 + Int64(index)), .asked, group: group)
        }
        return MemoryRun(range, groups: groups, rows: rows, marks: marks)
    }

    static func token(_ number: Int) -> SearchToken {
        SearchToken(.application, "application-\(number)")
    }

    static func query(_ number: Int) throws -> SearchQuery {
        var query = SearchQuery()
        query.application = try ApplicationID(parsing: "application-\(number)")
        return query
    }

    /// Adds what lies between, in pieces that end with the segments.
    func fill(_ index: SearchIndex, upTo end: UInt64) throws {
        while index.next < end {
            let next = index.next
            let piece = min(SegmentName(covering: next).end, end, next + 10_000)
            _ = try index.add(run(next..<piece), witness: nil)
        }
    }

    static func expected(_ number: Int, below end: UInt64) -> [UInt64] {
        stride(from: 0, to: end, by: UInt64.Stride(step)).filter {
            Int($0 / step % 3) == number
        }.reversed()
    }

    /// Every file of the folder with its bytes.
    func content() throws -> [SegmentName: [[UInt64]]] {
        var content: [SegmentName: [[UInt64]]] = [:]
        for name in try files.names() {
            let source = try files.open(name)
            content[name] = try (0..<source.blockCount).map { try source.block($0) }
        }
        return content
    }

    func found(_ index: SearchIndex, _ number: Int) throws -> [UInt64] {
        try index.search(try Self.query(number), keys: keys, below: .max, limit: 10_000).indices
    }
}
