import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import Facts
import LogSearch
import Testing

@Suite("Hits as files")
struct ExportTests {
    private static func hits(_ fields: Set<ConfidentialField>) async throws -> [SearchHit] {
        var bench = try await SearchBench()
        try await bench.appendConsult(about: 1, official: 2)
        try await bench.indexer.catchUp()
        return try await bench.search.page(
            SearchRequest(SearchQuery(), disclosing: fields, isExport: true),
            for: try bench.auditor
        ).hits
    }

    @Test("an outcome says who asked and why, and names nobody unless that was asked")
    func saysWhoAsked() async throws {
        let answered = HitRecord(try #require(try await Self.hits([]).first))
        #expect(answered["kind"] == "answered")
        #expect(answered["outcome"] == "found")
        #expect(answered["application"] == "parking-schaerbeek")
        #expect(answered["authorisation"] == "parking-schaerbeek-2026")
        #expect(answered["subject"] == nil && answered["official"] == nil)
        let disclosed = HitRecord(
            try #require(
                try await Self.hits([.subject, .official, .received, .stated]).first))
        #expect(disclosed["received"] == [] && disclosed["stated"] == nil)
        #expect(answered["received"] == nil && answered["stated"] == nil)
        #expect(disclosed["subject"]?.string == (try LogSamples().person(1)).digits)
        #expect(disclosed["official"] == "official-2")
    }

    @Test("what a source gave and what an answer stated are shown when they were laid open")
    func showsWhatWasLaidOpen() async throws {
        let bench = try await SearchBench()
        let consult = bench.bench.log.newConsult()
        let asked = try await bench.bench.log.append(
            bench.samples.asked(in: consult, about: .person(try bench.samples.person())))
        _ = try await bench.bench.log.append(bench.samples.answered(asked, in: consult))
        try await bench.indexer.catchUp()
        let hit = try #require(
            try await bench.search.page(
                SearchRequest(SearchQuery(), disclosing: [.received, .stated]),
                for: try bench.auditor
            ).hits.first)
        #expect(HitRecord(hit)["received"] == ["000", "010"])
        #expect(HitRecord(hit)["stated"] == "true")
    }

    @Test("a cell that a spreadsheet would take for a formula is none", arguments: ["=1+1", "@x"])
    func defusesFormulas(text: String) async throws {
        let bench = try await SearchBench()
        let consult = bench.bench.log.newConsult()
        _ = try await bench.bench.log.append(
            bench.samples.asked(
                in: consult, about: .person(try bench.samples.person()),
                official: try OfficialID(parsing: text),
                dossier: try DossierReference(parsing: "a \"b\"")))
        try await bench.indexer.catchUp()
        let hit = try #require(
            try await bench.search.page(
                SearchRequest(SearchQuery(), disclosing: [.official, .dossier]),
                for: try bench.auditor
            ).hits.first)
        let line = CSVExport.line(HitRecord(hit))
        #expect(line.contains("\"'\(text)\",\"a \"\"b\"\"\","))
    }

    @Test("a line of the Logboek has the fields of the standard and an encrypted subject")
    func writesLogboek() async throws {
        let hit = try #require(try await Self.hits([]).first)
        let line = try LogboekExport.line(hit)
        let json = try JSONValue(parsing: Array(line.utf8.dropLast()))
        #expect(json["trace_id"]?.string?.utf8.count == 32)
        #expect(json["span_id"]?.string?.utf8.count == 16)
        #expect(json["parent_span_id"]?.string?.utf8.count == 16)
        #expect(json["status"] == "Ok")
        #expect(json["name"] == "person")
        let attributes = json["attributes"]
        #expect(
            attributes?["dpl.core.processing_activity_id"]
                == "urn:onlyonce:purpose:parking-cards")
        #expect(attributes?["dpl.core.data_subject_id_type"] == "box")
        #expect(attributes?["dpl.core.data_subject_id"]?.string?.isEmpty == false)
    }
}
