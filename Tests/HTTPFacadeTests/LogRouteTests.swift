import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import LogProofs
import LogProofsFakes
import Testing

extension Conversations {
    /// The tiled log: for everybody on the web listener, for auditors on the api listener.
    struct LogRouteTests {
        /// A log of which 3 entries are published, 5 are under the auditors' checkpoint, and 6 are
        /// in the tree.
        private static func run(
            _ talk: @escaping @Sendable (FacadeBench) async throws -> Void
        ) async throws {
            try await FacadeBench.run { bench in
                let filler = try await LogFiller(bench.storage)
                try await filler.append(3)
                try await bench.log.grow(signing: .auditors, .published)
                try await filler.append(2)
                try await bench.log.grow(signing: .auditors)
                try await filler.append(1)
                try await bench.log.grow()
                try await talk(bench)
            }
        }

        @Test("before anything is published there is nothing to read")
        func empty() async throws {
            try await FacadeBench.run { bench in
                let paths = ["/v1/log/checkpoint", "/v1/log/tile/0/000.p/1"]
                for path in paths {
                    let web = try await bench.read(web: path)
                    let api = try await bench.read(api: path, as: .dpoConsole)
                    #expect(web.status == 404)
                    #expect(api.status == 404)
                }
            }
        }

        @Test("everybody gets the published checkpoint and the hashes that it covers, no more")
        func published() async throws {
            try await Self.run { bench in
                let checkpoint = try await bench.read(web: "/v1/log/checkpoint")
                #expect(checkpoint.status == 200)
                #expect(checkpoint.header("content-type") == "text/plain; charset=utf-8")
                #expect(checkpoint.header("cache-control") == "public, max-age=5")
                #expect(checkpoint.body.split(separator: "\n")[1] == "3")
                for width in 1...3 {
                    let tile = try await bench.read(web: "/v1/log/tile/0/000.p/\(width)")
                    #expect(tile.status == 200)
                    #expect(tile.header("content-type") == "application/octet-stream")
                    #expect(tile.header("content-length") == String(32 * width))
                    #expect(tile.header("cache-control")?.contains("immutable") == true)
                }
                let beyond = [
                    "0/000.p/4", "0/000", "0/001.p/1", "1/000.p/1", "63/000.p/1",
                    "entries/000.p/3", "entries/000.p/1", "0/0.p/3", "0/000.p/0", "0/../0/000", "",
                ]
                for place in beyond {
                    let tile = try await bench.read(
                        web: "/v1/log/tile/\(place)", ["--path-as-is"])
                    #expect(tile.status == 404, "\(place)")
                    #expect(tile.header("cache-control") == "no-store")
                }
            }
        }

        @Test("auditors get what their own checkpoint covers, and the entries")
        func audited() async throws {
            try await Self.run { bench in
                func read(_ path: String) async throws -> Curl.Exchange {
                    try await bench.read(api: "/v1/log/\(path)", as: .dpoConsole)
                }
                let checkpoint = try await read("checkpoint")
                #expect(checkpoint.status == 200)
                #expect(checkpoint.body.split(separator: "\n")[1] == "5")
                #expect(try await read("tile/0/000.p/5").header("content-length") == "160")
                #expect(try await read("tile/0/000.p/6").status == 404)
                let entries = try await read("tile/entries/000.p/5")
                #expect(entries.status == 200)
                #expect(entries.header("content-type") == "application/octet-stream")
                #expect(entries.header("cache-control") == "no-store")
                let stored = await bench.storage.entries.prefix(5).map { $0.bytes.count + 2 }
                #expect(entries.header("content-length") == String(stored.reduce(0, +)))
                #expect(try await read("tile/entries/000.p/6").status == 404)
            }
        }

        @Test("whoever reads entries stands in the log, once, and gets nothing when that fails")
        func recordsReading() async throws {
            try await Self.run { bench in
                let path = "/v1/log/tile/entries/000.p/5"
                await bench.storage.fail(.notWritten(.diskFull))
                let failed = try await bench.read(api: path, as: .dpoConsole)
                #expect(failed.status == 503)
                #expect(await bench.storage.entries.count == 6)
                for place in ["000.p/5", "000.p/6", "000.p/2", "000.p/5"] {
                    _ = try await bench.read(
                        api: "/v1/log/tile/entries/" + place, as: .dpoConsole)
                }
                for other in ["checkpoint", "tile/0/000.p/5"] {
                    _ = try await bench.read(api: "/v1/log/" + other, as: .dpoConsole)
                }
                let entries = await bench.storage.entries.dropFirst(6)
                #expect(entries.count == 1)
                let entry = try Entry(parsing: try #require(entries.first).bytes)
                guard case .audited(let audited) = entry.body else {
                    Issue.record("\(entry.kind)")
                    return
                }
                #expect(audited.action == .export && audited.criteria.isEmpty)
            }
        }

        @Test("an application without the role of an auditor gets nothing on the api listener")
        func roles() async throws {
            try await Self.run { bench in
                for path in ["checkpoint", "tile/0/000.p/5", "tile/entries/000.p/5"] {
                    for application in [ApplicationName.taxDepartment, .stranger] {
                        let exchange = try await bench.read(
                            api: "/v1/log/\(path)", as: application)
                        #expect(exchange.status == 403)
                    }
                }
            }
        }

        @Test("lines and metrics name the route and not the tile")
        func lines() async throws {
            try await Self.run { bench in
                _ = try await bench.read(web: "/v1/log/tile/0/000.p/3")
                _ = try await bench.read(web: "/v1/log/tile/\(SampleSubjects.resident)")
                let metrics = try await bench.read(operations: "/metrics").body
                let said = bench.lines.all + [metrics]
                #expect(said.allSatisfy { !$0.contains("000.p") })
                #expect(said.allSatisfy { !$0.contains(SampleSubjects.resident) })
                #expect(
                    metrics.contains(
                        "{method=\"GET\",route=\"/v1/log/tile/{tile}\",status=\"200\"} 1"))
            }
        }
    }
}
