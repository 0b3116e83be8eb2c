import Foundation
import TestSupport
import Testing

extension Conversations {
    @Suite("the log's key")
    struct LogKeyTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        /// Makes the key anew, and returns its verifier key.
        private func verifier(
            _ folder: GatewayFolder, _ environment: [String: String] = [:]
        ) async throws -> String {
            let made = try await folder.run("log", "key", "create", environment: environment)
            try #require(made.end == .code(0), "\(made.errors)")
            return try #require(made.output.split(separator: "\n").last.map(String.init))
        }

        @Test("is made encrypted when there is a passphrase, and openssl reads it")
        func isEncrypted() async throws {
            let folder = try await workplace.anotherFolder("encrypted-key")
            let key = folder.path + "/secrets/log.key"
            try FileManager.default.removeItem(atPath: key)
            let secret = ["ONLYONCE_LOG_PASSPHRASE": "a secret of tests"]
            let first = try await verifier(folder, secret)
            #expect(try await verifier(folder, secret) == first)
            let opened = try await Program.run([
                "openssl", "pkey", "-in", key, "-passin", "pass:a secret of tests", "-noout",
                "-text",
            ])
            #expect(opened.output.contains("ED25519 Private-Key"), "\(opened.errors)")
            for wrong in [[:], ["ONLYONCE_LOG_PASSPHRASE": "another"]] {
                let refused = try await folder.run("serve", environment: wrong)
                #expect(refused.end == .code(1))
                #expect(refused.errors.contains(key))
            }
        }

        @Test("may be one that openssl encrypted, its passphrase in a file")
        func isReadEncrypted() async throws {
            let folder = try await workplace.anotherFolder("openssl-key")
            let key = folder.path + "/secrets/log.key"
            try FileManager.default.removeItem(atPath: key)
            let passphrase = folder.path + "/secrets/passphrase"
            let script = """
                umask 077; printf 'of a file\\n' > "$1"
                openssl genpkey -algorithm ed25519 | openssl pkcs8 -topk8 -passout "file:$1" -out "$0"
                """
            let made = try await Program.run(["sh", "-c", script, key, passphrase])
            try #require(made.end == .code(0), "\(made.errors)")
            let found = try await verifier(folder, ["ONLYONCE_CONFIG_LOG_PASSPHRASE": passphrase])
            #expect(found.hasPrefix("log.example.org/consults+"))
        }
    }
}
