import DevelopmentCertificates
import HTTPTransfers
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("who may knock")
    struct DoorTests {
        private let workplace: Workplace
        init() throws { workplace = try Workplace.here() }

        @Test(
            "without a client certificate not one byte of HTTP comes back",
            arguments: ["1.2", "1.3"])
        func noCertificate(version: String) async throws {
            let client = try await Program.run([
                "curl", "--silent", "--noproxy", "*", "--tls-max", version, "--cacert",
                workplace.pki.applicationAuthority, "--write-out", "%{size_header}",
                "https://\(workplace.gateway.api)/v1/persons/get",
            ])
            #expect(client.output == "0")
            #expect(client.end != .code(0))
        }

        @Test("a certificate of another authority fails the handshake")
        func foreignCertificate() async throws {
            let foreigner = Application(
                workplace.pki.foreignClient, of: workplace.pki, at: workplace.gateway,
                through: workplace.engine)
            await #expect(throws: TransferFailure.self) {
                try await foreigner.ask(.person(workplace.ssin(.granted)))
            }
        }

        @Test("a certificate of no registered application gets 403")
        func stranger() async throws {
            let reply = try await workplace.application(.stranger).ask(
                .person(workplace.ssin(.granted)))
            #expect(reply.status == 403)
        }

        @Test("the contract is served to whoever has no certificate")
        func contract() async throws {
            let answer = try await Program.run([
                "curl", "--silent", "--fail", "--noproxy", "*", "--cacert",
                workplace.pki.applicationAuthority,
                "https://\(workplace.gateway.web)/doc/openapi.yaml",
            ])
            #expect(answer.end == .code(0))
            #expect(answer.output.hasPrefix("openapi: 3.0"))
        }
    }
}
