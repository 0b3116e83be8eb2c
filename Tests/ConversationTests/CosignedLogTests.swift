import CanonicalJSON
import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("a gateway and its witness")
    struct CosignedLogTests {
        private let workplace: Workplace
        /// The entries with which a log begins.
        private let began = WorkplaceDocuments.authorisations
        init() throws { workplace = try Workplace.here() }

        /// A gateway's folder, its witness, and what makes the one know the other.
        private struct Pair {
            let folder: GatewayFolder
            let place: WitnessPlace
            let witness: Program
            let policy: String
            var environment: [String: String] {
                [
                    "ONLYONCE_CONFIG_LOG_WITNESSES": policy,
                    "ONLYONCE_CONFIG_LOG_WITNESSAUTHORITY": place.pki.applicationAuthority,
                    "ONLYONCE_CONFIG_LOG_MOSTQUORUMAGESECONDS": "600",
                ]
            }
        }

        private func pair(_ name: String) async throws -> Pair {
            let folder = try await workplace.anotherFolder(name)
            let key = try await folder.verifierKey()
            let place = try await WitnessPlace(log: key)
            let witnessKey = try await place.key()
            let (witness, url) = try await place.start()
            let policy = folder.path + "/policy"
            try "log \(key)\nwitness dpo \(witnessKey) \(url)\nquorum dpo\n".write(
                toFile: policy, atomically: true, encoding: .utf8)
            return Pair(folder: folder, place: place, witness: witness, policy: policy)
        }

        /// Runs a gateway, asks it once, and ends it when the witness has cosigned that.
        private func use(_ pair: Pair, until size: Int) async throws {
            let gateway = try await pair.folder.start(environment: pair.environment)
            let application = try workplace.application(.taxDepartment, at: gateway)
            #expect(try await application.ask(.person(workplace.ssin(.granted))).status == 200)
            await application.leave()
            try await gateway.says("onlyonce_log_quorum_size \(size)")
            #expect(try await gateway.health().status == 200)
            #expect(await gateway.stop() == .code(0))
        }

        private func end(_ witness: Program) async {
            witness.send(SIGTERM)
            #expect(await witness.end() == .code(0))
        }

        @Test("what it answered is cosigned, and the policy holds for its log and for an export")
        func isCosigned() async throws {
            let pair = try await pair("cosigned")
            try await use(pair, until: began + 2)
            let policy = ["--policy", pair.policy]
            _ = try await pair.folder.verify(policy)
            let export = pair.folder.path + "/export"
            let exported = try await pair.folder.run("log", "export", export)
            #expect(exported.end == .code(0), "\(exported.errors)")
            _ = try await pair.folder.verify(policy + ["--entries"], of: export)
            let checkpoint = try String(contentsOfFile: export + "/checkpoint", encoding: .utf8)
            #expect(checkpoint.contains("— witness.example/dpo "))
            await end(pair.witness)
            await pair.place.remove()
        }

        @Test("a log set back with all that was kept beside it is stopped by its witness")
        func isStopped() async throws {
            let pair = try await pair("set-back")
            try await use(pair, until: began + 2)
            let (data, copy) = (pair.folder.data, pair.folder.path + "/copy")
            try FileManager.default.copyItem(atPath: data, toPath: copy)
            try await use(pair, until: began + 4)
            try FileManager.default.removeItem(atPath: data)
            try FileManager.default.moveItem(atPath: copy, toPath: data)

            for attempt in 1...2 {
                let gateway = try await pair.folder.start(environment: pair.environment)
                let end = ContinuousClock.now + .seconds(60)
                while try await gateway.health().status == 200 {
                    try #require(.now < end, "the witness did not stop the log")
                }
                let troubles = try await gateway.health().body["troubles"]?.array ?? []
                let tree = troubles.first { $0["part"] == "tree" }
                #expect(tree?["status"] == "DOWN")
                #expect(tree?["reason"]?.string?.contains("fewer than the \(began + 4)") == true)
                let application = try workplace.application(.taxDepartment, at: gateway)
                let reply = try await application.ask(.person(workplace.ssin(.granted)))
                #expect(reply.status == 503)
                await application.leave()
                // The second time it knows without the witness.
                if attempt == 1 { await self.end(pair.witness) }
                #expect(await gateway.stop() == .code(0))
                let words =
                    "the log has \(began + 2) entries, fewer than the \(began + 4) of the last witnessed"
                #expect(gateway.program.errors.contains(words), "\(gateway.program.errors)")
            }
            #expect(try await pair.folder.entries().count == 2)
            await pair.place.remove()
        }
    }
}
