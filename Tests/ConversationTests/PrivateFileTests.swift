import CanonicalJSON
import DevelopmentCertificates
import Facts
import Foundation
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("files that only their owner can read")
    struct PrivateFileTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        /// A command line that runs the one behind it under a umask.
        private func under(_ umask: String) -> [String] {
            ["sh", "-c", "umask \(umask); exec \"$0\" \"$@\""]
        }

        /// Every file and folder below a folder, with its mode.
        private func modes(below folder: String) throws -> [String: Int] {
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
            return try names.reduce(into: [:]) { modes, name in
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: folder + "/" + name)
                modes[name] = (attributes[.posixPermissions] as? NSNumber)?.intValue
            }
        }

        @Test("are of mode 0600 whatever the umask", arguments: ["000", "022", "777"])
        func umask(umask: String) async throws {
            let folder = try await workplace.anotherFolder("umask-\(umask)")
            let environment = [
                "ONLYONCE_CONFIG_DATA": "deep/er/data", "ONLYONCE_CONFIG_KEYS_STORE": "deep/keys",
                "ONLYONCE_CONFIG_KEYS_KEYENCRYPTIONKEY": "deep/secrets/key-encryption.key",
                "ONLYONCE_CONFIG_KEYS_PSEUDONYMSECRET": "deep/secrets/pseudonym.secret",
            ]
            let keys = try await Program.run(
                under(umask) + [
                    Place.program, "keys", "create", "--config", folder.configuration,
                ], environment: environment)
            #expect(keys.end == .code(0), "\(keys.errors)")
            let gateway = try await folder.start(in: under(umask), environment: environment)
            let application = try workplace.application(.taxDepartment, at: gateway)
            let reply = try await application.ask(.person(workplace.ssin(.granted)))
            #expect(reply.status == 200)
            let extract = SyntheticExtract(of: workplace.population)
            try extract.writeFull(to: folder.path + "/full.zip")
            let imported = try await folder.run(
                "kbo", "import", folder.path + "/full.zip", environment: environment)
            #expect(imported.end == .code(0), "\(imported.errors)")

            let modes = try modes(below: folder.path + "/deep")
            let folders = [
                "er", "er/data", "er/data/published", "er/data/search", "keys", "secrets",
            ]
            for name in ["lock", "log.sqlite", "cards.sqlite", "kbo.sqlite", "control.sock"] {
                #expect(modes["er/data/\(name)"] == 0o600, "\(name)")
            }
            #expect(modes.keys.contains { $0.hasPrefix("keys/") && $0.hasSuffix(".key") })
            for (name, mode) in modes {
                #expect(mode == (folders.contains(name) ? 0o700 : 0o600), "\(name)")
            }
            await application.leave()
            #expect(await gateway.stop() == .code(0))
        }

        @Test("stand in folders each of which is durable once it is made")
        func folders() async throws {
            guard try await Program.run(["strace", "-o", "/dev/null", "true"]).end == .code(0)
            else {
                print("skipped: strace is missing, or may not trace here")
                return
            }
            let folder = try await workplace.anotherFolder("folders")
            let trace = folder.path + "/trace"
            let listing = try await Program.run(
                [
                    "strace", "-f", "-qq", "-y", "-e", "trace=fsync", "-o", trace, Place.program,
                    "log", "list", "--config", folder.configuration,
                ], environment: ["ONLYONCE_CONFIG_DATA": "a/b/data"])
            #expect(listing.end == .code(0), "\(listing.errors)")
            let synced = try String(contentsOfFile: trace, encoding: .utf8)
            for name in ["", "/a", "/a/b", "/a/b/data"] {
                #expect(synced.contains("<\(folder.path)\(name)>"), "\(name)")
            }
        }
    }
}
