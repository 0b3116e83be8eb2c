import CanonicalJSON
import DevelopmentCertificates
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("the disk under the log")
    struct DiskTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test("a full disk: 503, the source is not asked, and with room again it works")
        func full() async throws {
            let folder = try await workplace.anotherFolder("full")
            guard let mount = try await smallFileSystem(at: folder.data) else {
                print("skipped: no small file system can be mounted here")
                return
            }
            // What is left is all to be used up here.
            let gateway = try await folder.start(
                in: mount, environment: ["ONLYONCE_CONFIG_LOG_RESERVEMEGABYTES": "0"])
            let application = try workplace.application(.taxDepartment, at: gateway)
            let question = Question.person(workplace.ssin(.granted))
            #expect(try await application.ask(question).status == 200)

            // Only the gateway sees that file system: reach it through its own root.
            let ballast = "/proc/\(gateway.program.identifier)/root\(folder.data)/ballast"
            let filled = try await Program.run(["dd", "if=/dev/zero", "of=\(ballast)", "bs=4096"])
            #expect(filled.errors.contains("No space left"))
            let before = try await workplace.sources.requests(to: .ksz)
            for _ in 1...3 {
                let reply = try await application.ask(question)
                #expect(reply.status == 503)
                #expect(reply.body["person"] == nil)
            }
            let health = try await gateway.health()
            #expect(health.status == 503)
            #expect(health.body["troubles"]?.array?.first?["part"] == "log")
            #expect(
                health.body["troubles"]?.array?.first?["reason"]?.string?.contains("room") == true)
            #expect(try await workplace.sources.requests(to: .ksz) == before)

            try FileManager.default.removeItem(atPath: ballast)
            #expect(try await application.ask(question).status == 200)
            await application.leave()
            #expect(await gateway.stop() == .code(0))
        }

        @Test(
            "less space than outcomes may need: 503 before anything is begun, and no source asked")
        func reserve() async throws {
            let folder = try await workplace.anotherFolder("reserve")
            guard let mount = try await smallFileSystem(at: folder.data) else {
                print("skipped: no small file system can be mounted here")
                return
            }
            let gateway = try await folder.start(in: mount)
            let application = try workplace.application(.taxDepartment, at: gateway)
            let before = try await workplace.sources.requests(to: .ksz)
            let reply = try await application.ask(.person(workplace.ssin(.granted)))
            #expect(reply.status == 503)
            #expect(try await workplace.sources.requests(to: .ksz) == before)
            await application.leave()
            #expect(await gateway.stop() == .code(0))
        }

        @Test("every consult is on the disk before its answer: one sync for each commit")
        func synchronised() async throws {
            guard try await Program.run(["strace", "-o", "/dev/null", "true"]).end == .code(0)
            else {
                print("skipped: strace is missing, or may not trace here")
                return
            }
            let folder = try await workplace.anotherFolder("traced")
            let trace = folder.path + "/trace"
            let gateway = try await folder.start(in: [
                "strace", "-f", "-qq", "-y", "-e", "trace=fsync,fdatasync", "-o", trace,
            ])
            let application = try workplace.application(.taxDepartment, at: gateway)
            let before = try syncs(in: trace)
            let consults = 10
            for _ in 1...consults {
                #expect(
                    try await application.ask(.person(workplace.ssin(.granted))).status == 200)
            }
            // The intent and the outcome, each in a commit of its own.
            #expect(try syncs(in: trace) - before >= 2 * consults)
            await application.leave()
            // Not strace but the gateway itself: the lock says which process it is.
            let process = try String(contentsOfFile: folder.data + "/lock", encoding: .utf8)
            let identifier = try #require(Int32(process.filter(\.isNumber)))
            kill(identifier, SIGTERM)
            #expect(await gateway.program.end() == .code(0))
        }

        /// A command line that runs the one behind it with a file system of four mebibytes in a
        /// folder; without the rights of root, as root of a user namespace.
        private func smallFileSystem(at folder: String) async throws -> [String]? {
            let script = #"mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@""#
            for namespaces in ["-m", "-Urm"] {
                let mount = ["unshare", namespaces, "sh", "-c", script, folder]
                if try await Program.run(mount + ["true"]).end == .code(0) { return mount }
            }
            return nil
        }

        private func syncs(in trace: String) throws -> Int {
            try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
                .count { $0.contains("log.sqlite") && $0.contains("sync(") }
        }
    }
}
