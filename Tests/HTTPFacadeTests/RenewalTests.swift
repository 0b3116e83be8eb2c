import DevelopmentCertificates
import Foundation
import HTTPFacade
import TestSupport
import Testing

extension Conversations {
    /// The server's own certificate is replaced while it serves.
    struct RenewalTests {
        private func copy(_ identity: OpenSSLAuthority.Identity, to target: ServerIdentity) throws {
            for (from, to) in [
                (identity.certificate, target.certificateFile),
                (identity.privateKey, target.privateKeyFile),
            ] {
                try Data(contentsOf: URL(fileURLWithPath: from))
                    .write(to: URL(fileURLWithPath: to), options: .atomic)
            }
        }

        /// The serial number of the certificate that a listener shows.
        private func serial(_ address: ListenerAddress) async throws -> String {
            let shown = try await Program.run([
                "sh", "-c",
                "openssl s_client -connect \(address) </dev/null 2>/dev/null"
                    + " | openssl x509 -noout -serial",
            ])
            return shown.output
        }

        @Test("new connections see the new certificate, and those that are open stay so")
        func renewed() async throws {
            let folder = try TemporaryFolder()
            let server = try await OpenSSLAuthority("Server", in: folder.path + "/server")
            let identity = ServerIdentity(
                certificateFile: folder.path + "/server.pem",
                privateKeyFile: folder.path + "/server-key.pem")
            try copy(try await server.issue("one"), to: identity)
            let configure: (inout FacadeConfiguration) -> Void = {
                $0.apiIdentity = identity
                $0.webIdentity = identity
            }
            try await FacadeBench.run(configure: configure) { bench in
                let application = bench.certificates.application(.taxDepartment)
                let open = try Program(
                    [
                        "openssl", "s_client", "-tls1_2", "-connect", "\(bench.addresses.api)",
                        "-cert", application.certificate, "-key", application.privateKey,
                    ], hasInput: true)
                try #require(await open.says("Verify return code"))
                let addresses = [bench.addresses.api, bench.addresses.web]
                for address in addresses {
                    #expect(try await serial(address) == "serial=1000\n")
                }

                try copy(try await server.issue("two"), to: identity)
                try bench.facade.reloadAPI()
                try bench.facade.reloadWeb()
                for address in addresses {
                    #expect(try await serial(address) == "serial=1001\n")
                }

                // A key that is not the certificate's changes nothing.
                let third = try await server.issue("three")
                try Data(contentsOf: URL(fileURLWithPath: third.certificate))
                    .write(to: URL(fileURLWithPath: identity.certificateFile), options: .atomic)
                #expect(throws: FacadeFailure.unusableIdentity(listener: "api")) {
                    try bench.facade.reloadAPI()
                }
                #expect(throws: FacadeFailure.unusableIdentity(listener: "web")) {
                    try bench.facade.reloadWeb()
                }
                for address in addresses {
                    #expect(try await serial(address) == "serial=1001\n")
                }

                // It was open all the time: it ends now, and because it is closed.
                bench.facade.closeConnections()
                #expect(await open.end() == .code(0))
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(metrics.contains("onlyonce_connections_closed_total 1\n"))
            }
            withExtendedLifetime(folder) {}
        }
    }
}
