import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import LogSearch
import Testing

extension Conversations {
    /// The search of those who watch over the log.
    struct ConsultQueryTests {
        private static let path = "/v1/consults/query"

        @Test("an auditor's question reaches the search as it was asked, in the auditor's name")
        func asked() async throws {
            try await FacadeBench.run { bench in
                _ = try await bench.ask(
                    "/v1/vehicles/get",
                    [
                        "plate": .string(SampleSubjects.plate), "select": ["vehicle.make"],
                        "purpose": "vehicle-tax",
                    ])
                let bytes = try #require(await bench.storage.entries.first?.bytes)
                bench.log.search.find(SearchHit(index: 0, entry: try Entry(parsing: bytes)))
                let exchange = try await bench.ask(
                    Self.path, as: .dpoConsole,
                    [
                        "reason": "DPO 2026/12",
                        "subject": ["ssin": .string(SampleSubjects.resident)],
                        "from": "2026-01-01", "limit": 7, "disclose": ["official"],
                    ])
                #expect(exchange.status == 200)
                let page = try exchange.json
                #expect(page["complete"] == 1)
                #expect(page["cursor"] == nil)
                #expect(page["hits"]?.array?.first?["kind"] == "asked")
                #expect(page["hits"]?.array?.first?["application"] == "tax-department")
                let asked = try #require(bench.log.search.asked.first)
                #expect(asked.request.limit == 7)
                #expect(asked.request.disclosing == [.official])
                #expect(asked.request.query.criteria == [.subject, .period])
                #expect(!asked.request.isExport)
                #expect(asked.auditor.official.text == "application:dpo-console")
                #expect(asked.auditor.reason.text == "DPO 2026/12")
                #expect(asked.auditor.application?.text == "dpo-console")
                let said = bench.lines.all + [try await bench.read(operations: "/metrics").body]
                for word in [SampleSubjects.resident, "2026/12"] {
                    #expect(said.allSatisfy { !$0.contains(word) })
                }
            }
        }

        @Test("without the role there is no search, and nobody is asked")
        func roles() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    Self.path, as: .taxDepartment, ["reason": "curious"])
                #expect(exchange.status == 403)
                #expect(bench.log.search.asked.isEmpty)
            }
        }

        @Test("every wrong field is named, and none of their values")
        func wrong() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    Self.path, as: .dpoConsole,
                    [
                        "subject": ["ssin": "85070390168"], "limit": 0, "cursor": "4711",
                        "disclose": ["everything"], "wish": true,
                    ])
                #expect(exchange.status == 400)
                let names = try exchange.json["issues"]?.array?.compactMap { $0["name"]?.string }
                #expect(
                    Set(names ?? [])
                        == ["subject.ssin", "limit", "cursor", "disclose[0]", "reason", "wish"])
                #expect(!exchange.output.contains("85070390168"))
                #expect(!exchange.output.contains("4711"))
                #expect(bench.log.search.asked.isEmpty)
            }
        }

        @Test("what cannot be recorded is not shown; a cursor of another query is wrong input")
        func failures() async throws {
            try await FacadeBench.run { bench in
                bench.log.search.fail(.notLogged(.notWritten(.diskFull)))
                let silent = try await bench.ask(Self.path, as: .dpoConsole, ["reason": "DPO"])
                #expect(silent.status == 503)
                #expect(silent.header("retry-after") != nil)
                bench.log.search.fail(.foreignCursor)
                let foreign = try await bench.ask(Self.path, as: .dpoConsole, ["reason": "DPO"])
                #expect(foreign.status == 400)
                #expect(try foreign.json["issues"]?.array?.first?["name"] == "cursor")
            }
        }
    }
}
