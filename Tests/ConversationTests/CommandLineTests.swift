import Foundation
import TestSupport
import Testing

extension Conversations {
    @Suite("the command line")
    struct CommandLineTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        static let commands: [[String]] = [
            [], ["demo"], ["serve"], ["simulate"], ["log"], ["log", "list"],
            ["log", "key"], ["log", "key", "create"], ["log", "export"], ["log", "continue"],
            ["kbo"],
            ["kbo", "import"], ["rights"], ["rights", "list"], ["rights", "show"],
            ["rights", "check"], ["rights", "import"], ["rights", "export"], ["rights", "diff"],
            ["rights", "explain"], ["rights", "submit"], ["rights", "approve"],
            ["rights", "suspend"], ["rights", "resume"], ["rights", "revoke"], ["keys"],
            ["keys", "create"], ["certificates"],
            ["certificates", "create"], ["witness"], ["witness", "serve"], ["witness", "key"],
            ["witness", "key", "create"],
        ]

        @Test("every command explains itself", arguments: commands)
        func help(command: [String]) async throws {
            let help = try await Program.run([Place.program] + command + ["--help"])
            #expect(help.end == .code(0))
            #expect(help.output.contains("USAGE: onlyonce"))
            #expect(help.output.contains("OVERVIEW: "))
        }

        static let wrong: [[String]] = [
            ["sreve"], ["serve"], ["serve", "--confg", "x"], ["log", "list", "--limit", "0"],
            ["log", "list", "--after", "x"],
            ["demo", "--language", "xx"], ["demo", "--port", "-1"], ["simulate", "--people", "1"],
            ["kbo", "import"],
        ]

        @Test("wrong arguments end with 64 and the usage", arguments: wrong)
        func usage(arguments: [String]) async throws {
            let outcome = try await Program.run([Place.program] + arguments)
            #expect(outcome.end == .code(64))
            #expect(outcome.errors.hasPrefix("Error: "))
            #expect(outcome.errors.contains("Usage: onlyonce"))
        }

        @Test("a configuration that is not there is named")
        func absent() async throws {
            let outcome = try await Program.run([
                Place.program, "serve", "--config", workplace.folder + "/absent.yaml",
            ])
            #expect(outcome.end == .code(1))
            #expect(outcome.errors.contains("absent.yaml cannot be read"))
        }

        @Test("a wrong key is named with its line, and so is what is missing")
        func wrongKey() async throws {
            let folder = try await workplace.anotherFolder("wrong-key")
            var text = try String(contentsOfFile: folder.configuration, encoding: .utf8)
            text = text.replacing("clientAuthority:", with: "clientAuthorities:")
            try text.write(toFile: folder.configuration, atomically: true, encoding: .utf8)
            let line =
                1
                + (text.split(separator: "\n", omittingEmptySubsequences: false)
                    .firstIndex { $0.contains("clientAuthorities") } ?? -1)
            let outcome = try await folder.run("serve")
            #expect(outcome.end == .code(1))
            #expect(outcome.errors.contains("clientAuthorities"))
            #expect(outcome.errors.contains("line \(line)"))
        }

        @Test("an authorisation with an unknown class of retention is named with its line")
        func unknownRetention() async throws {
            let folder = try await workplace.anotherFolder("unknown-retention")
            let rights = folder.path + "/rights"
            try FileManager.default.copyItem(
                atPath: workplace.folder + "/authorisations", toPath: rights)
            let file = rights + "/driver-checks.yaml"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try text.replacing("retention: ten-years", with: "retention: ten-year").write(
                toFile: file, atomically: true, encoding: .utf8)
            let line = text.split(
                separator: "\n", omittingEmptySubsequences: false
            ).firstIndex { $0.hasPrefix("retention") }
            let settings = try String(contentsOfFile: folder.configuration, encoding: .utf8)
            try settings.replacing("../authorisations", with: "rights").write(
                toFile: folder.configuration, atomically: true, encoding: .utf8)
            let outcome = try await folder.run("serve")
            #expect(outcome.end == .code(1))
            #expect(outcome.errors.contains("driver-checks.yaml"))
            #expect(outcome.errors.contains("line \(try #require(line) + 1)"))
            #expect(outcome.errors.contains("one of: ten-years"))
        }

        @Test("the environment overrides a value, and a variable of no key is an error")
        func environment() async throws {
            let folder = try await workplace.anotherFolder("environment")
            let elsewhere = folder.path + "/elsewhere"
            let gateway = try await folder.start(environment: ["ONLYONCE_CONFIG_DATA": elsewhere])
            #expect(FileManager.default.fileExists(atPath: elsewhere + "/log.sqlite"))
            #expect(await gateway.stop() == .code(0))
            let outcome = try await folder.run(
                "serve", environment: ["ONLYONCE_CONFIG_API_PROT": "1"])
            #expect(outcome.end == .code(1))
            #expect(outcome.errors.contains("ONLYONCE_CONFIG_API_PROT"))
        }

        @Test("secrets are made once, for their owner alone, and never overwritten")
        func keys() async throws {
            let folder = try await workplace.anotherFolder("secrets")
            let key = folder.path + "/secrets/key-encryption.key"
            let made = try Data(contentsOf: URL(filePath: key))
            let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
            let again = try await folder.run("keys", "create")
            #expect(again.end == .code(0))
            #expect(again.output.contains(key))
            #expect(try Data(contentsOf: URL(filePath: key)) == made)
            try "no secret".write(toFile: key, atomically: false, encoding: .utf8)
            #expect(try await folder.run("keys", "create").end == .code(1))
        }
    }
}
