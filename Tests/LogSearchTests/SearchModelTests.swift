import ConsultLog
import ConsultLogFakes
import Facts
import LogSearch
import TestSupport
import Testing

@Suite("A search finds what a look at every entry finds")
struct SearchModelTests {
    private static func query(_ bench: SearchBench, _ random: inout SeededGenerator) throws
        -> SearchQuery
    {
        var query = SearchQuery()
        if Bool.random(using: &random) {
            query.subject = .person(
                try bench.samples.person(Int.random(in: 0..<12, using: &random)))
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            let number = Int.random(in: 0..<4, using: &random)
            query.official = try OfficialID(parsing: "official-\(number)")
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            query.outcome = OutcomeClass.allCases.randomElement(using: &random)
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            query.kind = [.asked, .answered, .audited].randomElement(using: &random)
        }
        if Bool.random(using: &random) { query.application = bench.samples.application }
        return query
    }

    private static func append(
        _ count: Int, to bench: inout SearchBench, _ random: inout SeededGenerator
    ) async throws {
        for _ in 0..<count {
            try await bench.appendConsult(
                about: Int.random(in: 0..<10, using: &random),
                official: Bool.random(using: &random) ? Int.random(in: 0..<3, using: &random) : nil,
                listing: Bool.random(using: &random) ? Int.random(in: 0..<12, using: &random) : nil,
                outcome: OutcomeClass.allCases.randomElement(using: &random) ?? .found)
        }
    }

    @Test("whatever the entries, the query and the pages, while the log grows", arguments: 1...3)
    func equalsTheModel(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var bench = try await SearchBench()
        try await Self.append(25, to: &bench, &random)
        for _ in 0..<5 {
            try await bench.indexer.catchUp()
            try await bench.followAudits()
            let query = try Self.query(bench, &random)
            let expected = bench.expected(query)
            var found: [UInt64] = []
            var cursor: SearchCursor?
            repeat {
                let page = try await bench.search.page(
                    SearchRequest(
                        query, after: cursor, limit: Int.random(in: 5...30, using: &random)),
                    for: try bench.auditor)
                found += page.hits.map(\.index)
                cursor = page.cursor
                try await bench.followAudits()
                try await Self.append(3, to: &bench, &random)
                try await bench.indexer.catchUp()
            } while cursor != nil
            #expect(found == expected, "seed \(seed)")
        }
    }

    @Test("a search is recorded before anything is shown, under the subject's number too")
    func isAudited() async throws {
        var bench = try await SearchBench()
        try await bench.appendConsult(about: 1, official: 2)
        try await bench.indexer.catchUp()
        var query = SearchQuery()
        query.subject = .person(try bench.samples.person(1))
        let page = try await bench.search.page(
            SearchRequest(query, disclosing: [.subject, .official]), for: try bench.auditor)
        #expect(page.hits.map(\.index) == [1, 0])
        #expect(page.complete == 2)
        let entries = try await bench.storage.entries.map { try Entry(parsing: $0.bytes) }
        #expect(entries.map(\.kind) == [.asked, .answered, .audited, .audited, .audited])
        guard case .audited(let search) = entries[2].body,
            case .audited(let disclosure) = entries[3].body
        else { throw Missing() }
        #expect(search.action == .search)
        #expect(search.criteria == [.subject])
        #expect(search.fields == [.official, .subject])
        #expect(disclosure.action == .disclosure)
        #expect(disclosure.entry == entries[1].id)
        for entry in entries[2...] {
            let subject = try entry.open(.subject, using: bench.bench.keys)
            #expect(subject.value == .subject(.person(try bench.samples.person(1))))
            let reason = try entry.open(.reason, using: bench.bench.keys)
            #expect(reason.value == .reason(try StatedReason(parsing: "complaint 12")))
        }
        let official = try #require(page.hits.first?.disclosures[.official])
        #expect(official.value == .official(try OfficialID(parsing: "official-2")))
    }

    private struct Missing: Error {}

    @Test("a search that cannot be recorded shows nothing")
    func refusesWithoutLog() async throws {
        var bench = try await SearchBench()
        try await bench.appendConsult(about: 1, official: nil)
        try await bench.indexer.catchUp()
        await bench.storage.fail(.notWritten(.diskFull))
        await #expect(throws: SearchFailure.notLogged(.notWritten(.diskFull))) {
            try await bench.search.page(SearchRequest(SearchQuery()), for: try bench.auditor)
        }
    }

    @Test("a cursor serves its own query alone")
    func bindsCursors() async throws {
        var bench = try await SearchBench()
        for person in 0..<3 { try await bench.appendConsult(about: person, official: nil) }
        try await bench.indexer.catchUp()
        var query = SearchQuery()
        let page = try await bench.search.page(
            SearchRequest(query, limit: 2), for: try bench.auditor)
        let cursor = try #require(page.cursor)
        #expect(SearchCursor(parsing: cursor.text) == cursor)
        query.subject = .person(try bench.samples.person(1))
        await #expect(throws: SearchFailure.foreignCursor) {
            try await bench.search.page(
                SearchRequest(query, after: cursor, limit: 2), for: try bench.auditor)
        }
    }
}
