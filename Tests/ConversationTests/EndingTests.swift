import CanonicalJSON
import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("how a gateway ends")
    struct EndingTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("a signal lets a request under way be answered first", arguments: [SIGTERM, SIGINT])
        func graceful(signal: Int32) async throws {
            let folder = try await workplace.anotherFolder(
                "ending-\(signal)", deadlineMilliseconds: 10_000)
            let gateway = try await folder.start()
            let application = try workplace.application(.taxDepartment, at: gateway)
            let question = Question.person(workplace.ssin(.granted))
            let reply = try await workplace.sources.failing(.ksz, "slow", delay: 700) {
                let before = try await workplace.sources.requests(to: .ksz)
                async let reply = application.ask(question)
                let end = ContinuousClock.now + .seconds(60)
                while try await workplace.sources.requests(to: .ksz) == before {
                    try #require(.now < end, "the gateway did not ask the source")
                }
                gateway.program.send(signal)
                return try await reply
            }
            #expect(reply.status == 200)
            await application.leave()
            #expect(await gateway.program.end() == .code(0))
            let entries = try await folder.entries(of: reply.consult)
            #expect(entries.map { $0["kind"]?.string } == ["asked", "answered"])
        }

        @Test("what cannot be served is said, and what was opened for it is closed")
        func neverServed() async throws {
            let folder = try await workplace.anotherFolder("never-served")
            let taken = try #require(workplace.gateway.operations.split(separator: ":").last)
            let regulations = folder.path + "/regulations"
            try FileManager.default.createDirectory(
                atPath: regulations, withIntermediateDirectories: false)
            try "no: regulation\n".write(
                toFile: regulations + "/wrong.yaml", atomically: true, encoding: .utf8)
            let causes = [
                ("ONLYONCE_CONFIG_REGULATIONS", regulations, "wrong.yaml"),
                ("ONLYONCE_CONFIG_OPERATIONS_PORT", String(taken), "the port is in use"),
            ]
            for (variable, value, complaint) in causes {
                let outcome = try await folder.run("serve", environment: [variable: value])
                #expect(outcome.end == .code(1))
                #expect(outcome.errors.contains(complaint), "\(outcome.errors)")
                #expect(outcome.output.isEmpty)
                for name in ["log.sqlite", "cards.sqlite"] {
                    let wal = FileManager.default.contents(atPath: folder.data + "/\(name)-wal")
                    #expect(wal?.isEmpty ?? true, "\(name)")
                }
            }
        }

        @Test("killed in the middle of load, it loses nothing that an application received")
        func killed() async throws {
            let folder = try await workplace.anotherFolder("killed")
            var received: [String: Int] = [:]
            for round in 1...3 {
                let gateway = try await folder.start()
                let load = try Load(workplace, gateway, endingAfter: 60 * round)
                await load.run()
                #expect(await gateway.program.end() == .signal(SIGKILL))
                #expect(load.received.count >= 60 * round)
                received.merge(load.received) { old, _ in old }
            }
            let gateway = try await folder.start()
            let entries = try await folder.entries()
            #expect(await gateway.stop() == .code(0))
            let audit = Audit(entries)
            #expect(audit.missing(from: received) == [])
            #expect(audit.open == [])
        }
    }
}
