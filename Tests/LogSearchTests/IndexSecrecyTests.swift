import ConsultLog
import ConsultLogFakes
import Facts
import LogSearch
import SQLiteStorage
import TestSupport
import Testing

@Suite("What the search index gives away")
struct IndexSecrecyTests {
    @Test("no value stands in it, and the same value has another token in another month")
    func hidesValues() async throws {
        let bench = try await LogBench(InMemoryConsultLogStorage())
        let samples = try LogSamples()
        let months = ["2026-01", "2026-02"].compactMap { Month(parsing: $0) }
        var tokens: Set<UInt64> = []
        let value = ConfidentialValue.subject(.person(try samples.person(5)))
        for month in months {
            let key = try await bench.keys.key(
                for: KeyPeriod(retention: samples.retention, month: month))
            tokens.insert(key.indexKey.token(of: value))
            #expect(key.indexKey.token(of: value) == key.indexKey.token(of: value))
        }
        #expect(tokens.count == 2)
    }

    @Test("the files hold no number, no name and no dossier in clear")
    func holdsNoValues() async throws {
        var bench = try await SearchBench()
        for number in 0..<20 { try await bench.appendConsult(about: number, official: number % 3) }
        try await bench.indexer.catchUp()
        // Enough made-up silence for the segment to be written.
        try bench.indexer.index.coverRest()
        let files = try SearchIndexFolder(at: bench.folder.path + "/search")
        let names = try files.names()
        #expect(names.count == 1)
        for name in names {
            let source = try files.open(name)
            var bytes: [UInt8] = []
            for number in 0..<source.blockCount {
                for word in try source.block(number) {
                    unsafe withUnsafeBytes(of: word) { unsafe bytes.append(contentsOf: $0) }
                }
            }
            let text = String(decoding: bytes, as: Unicode.ASCII.self)
            for number in 0..<20 {
                #expect(!text.contains(try bench.samples.person(number).digits))
            }
            for name in ["official", "dpo", "parking-schaerbeek"] { #expect(!text.contains(name)) }
        }
    }

    @Test("an index of another log is thrown away")
    func noticesAnotherLog() async throws {
        var bench = try await SearchBench()
        try await bench.appendConsult(about: 1, official: nil)
        try await bench.indexer.catchUp()
        try bench.indexer.index.coverRest()
        #expect(bench.indexer.index.next == SegmentName.smallest)
        let other = try await SearchBench()
        let files = try SearchIndexFolder(at: bench.folder.path + "/search")
        let indexer = SearchIndexer(
            try SearchIndex(opening: files), log: other.storage, keys: other.bench.keys,
            on: BlockingQueue("other"), onDamage: { _ in })
        try await indexer.catchUp()
        #expect(indexer.index.next == 0)
        #expect(try files.names().isEmpty)
    }

    @Test("what a retired month held is erased, and the rest is found")
    func erasesPeriods() async throws {
        var bench = try await SearchBench()
        try await bench.appendConsult(about: 1, official: nil)
        try await bench.indexer.catchUp()
        let consult = bench.bench.log.newConsult()
        try await bench.indexer.erase([
            KeyPeriod(retention: bench.samples.retention, consult: consult)
        ])
        let page = try await bench.search.page(
            SearchRequest(SearchQuery()), for: try bench.auditor)
        #expect(page.hits.isEmpty)
        #expect(page.complete == 2)
    }
}
