import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import LogProofs
import Testing

extension Conversations {
    /// Receipts, which are for the asker alone.
    struct ReceiptRouteTests {
        /// Asks for a vehicle, and returns the path of the receipt.
        private static func consult(_ bench: FacadeBench) async throws -> String {
            let exchange = try await bench.ask(
                "/v1/vehicles/get",
                [
                    "plate": .string(SampleSubjects.plate), "select": ["vehicle.make"],
                    "purpose": "vehicle-tax",
                ])
            let consult = try #require(try exchange.json["consultId"]?.string)
            return "/v1/consults/\(consult)/receipt"
        }

        @Test("the asker gets the receipt once it is under a checkpoint, and that is recorded")
        func given() async throws {
            try await FacadeBench.run { bench in
                let path = try await Self.consult(bench)
                let early = try await bench.read(api: path, as: .taxDepartment)
                #expect(early.status == 202)
                #expect(early.header("retry-after") == "1")
                #expect(path.contains(try #require(try early.json["consultId"]?.string)))
                #expect(await bench.storage.entries.count == 2)
                try await bench.log.grow(signing: .auditors)
                let receipt = try await bench.read(api: path, as: .taxDepartment)
                #expect(receipt.status == 200)
                #expect(receipt.header("content-type") == "application/json")
                #expect(receipt.header("cache-control") == "no-store")
                #expect(try receipt.json["entries"]?.array?.count == 2)
                #expect(path.contains(try #require(try receipt.json["consult"]?.string)))
                let stored = await bench.storage.entries
                #expect(stored.count == 3)
                #expect(try Entry(parsing: stored[2].bytes).kind == .audited)
            }
        }

        @Test("a consult of another application is as unknown as one that never was")
        func others() async throws {
            try await FacadeBench.run { bench in
                let path = try await Self.consult(bench)
                let never = "/v1/consults/019aa5c2-7c00-7a3e-8f21-4b5c6d7e8f90/receipt"
                for sequenced in [false, true] {
                    if sequenced { try await bench.log.grow(signing: .auditors) }
                    let other = try await bench.read(api: path, as: .housingAgency)
                    let nobody = try await bench.read(api: never, as: .housingAgency)
                    #expect(other.status == 404)
                    #expect(other.body == nobody.body)
                    #expect(nobody.status == 404)
                }
                #expect(await bench.storage.entries.count == 2)
            }
        }

        @Test("a refused consult has its receipt too")
        func refused() async throws {
            try await FacadeBench.run { bench in
                let refused = try await bench.ask(
                    "/v1/vehicles/get",
                    ["plate": "1SYN900", "select": ["vehicle.make"], "purpose": "other"])
                #expect(refused.status == 403)
                let consult = try #require(try refused.json["consultId"]?.string)
                try await bench.log.grow(signing: .auditors)
                let receipt = try await bench.read(
                    api: "/v1/consults/\(consult)/receipt", as: .taxDepartment)
                #expect(receipt.status == 200)
                #expect(try receipt.json["entries"]?.array?.count == 1)
            }
        }

        @Test("what cannot be recorded is not given")
        func notRecorded() async throws {
            try await FacadeBench.run { bench in
                let path = try await Self.consult(bench)
                try await bench.log.grow(signing: .auditors)
                await bench.storage.fail(.notWritten(.diskFull))
                let exchange = try await bench.read(api: path, as: .taxDepartment)
                #expect(exchange.status == 503)
                #expect(exchange.header("retry-after") != nil)
                #expect(!exchange.body.contains("proof"))
            }
        }

        @Test("an application without the role, or that is not registered, gets none")
        func roles() async throws {
            try await FacadeBench.run { bench in
                let path = try await Self.consult(bench)
                try await bench.log.grow(signing: .auditors)
                for application in [ApplicationName.dpoConsole, .stranger] {
                    let exchange = try await bench.read(api: path, as: application)
                    #expect(exchange.status == 403)
                }
                #expect(await bench.storage.entries.count == 2)
            }
        }

        @Test("only a UUID stands in the path, and it enters neither line nor metric")
        func path() async throws {
            try await FacadeBench.run { bench in
                let path = try await Self.consult(bench)
                try await bench.log.grow(signing: .auditors)
                let name = path.split(separator: "/")[2]
                _ = try await bench.read(api: path, as: .taxDepartment)
                let wrong = [
                    "/v1/consults/\(name.uppercased())/receipt", "/v1/consults//receipt",
                    "/v1/consults/\(SampleSubjects.resident)/receipt", path + "/",
                    "/v1/consults/\(name)/x/receipt", "/v1/consults/%30\(name.dropFirst())/receipt",
                ]
                for path in wrong {
                    #expect(try await bench.read(api: path, as: .taxDepartment).status == 404)
                }
                let query = try await bench.read(api: path + "?x=1", as: .taxDepartment)
                #expect(query.status == 400)
                let posted = try await bench.ask(path, [:])
                #expect(posted.status == 405)
                #expect(posted.header("allow") == "GET")
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(
                    metrics.contains(
                        "{method=\"GET\",route=\"/v1/consults/{consultId}/receipt\",status=\"200\"} 1"
                    ))
                let said = bench.lines.all + [metrics]
                for word in [String(name), name.uppercased(), SampleSubjects.resident] {
                    #expect(said.allSatisfy { !$0.contains(word) })
                }
            }
        }
    }
}
