import AccessRights
import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import HTTPFacade
import Synchronization
import Testing

extension Conversations {
    /// Connections that stay open.
    struct OpenConnectionTests {
        @Test("one on which nothing is asked is closed, before and after a question")
        func idle() async throws {
            let configure: (inout FacadeConfiguration) -> Void = {
                $0.idleTimeout = .milliseconds(50)
            }
            try await FacadeBench.run(configure: configure) { bench in
                let address = bench.addresses.operations
                #expect(try await RawConnection.exchange("", with: address) == "")
                // Nobody waits for a handshake that does not come either.
                #expect(try await RawConnection.exchange("", with: bench.addresses.api) == "")
                let answered = try await RawConnection.exchange(
                    "GET /health HTTP/1.1\r\nHost: a\r\n\r\n", with: address)
                #expect(answered.hasPrefix("HTTP/1.1 200 "))
                #expect(!answered.lowercased().contains("connection: close"))
            }
        }

        @Test("an application that is taken off the register gets 403 on its open connection")
        func removed() async throws {
            let looks = Mutex(0)
            // Somebody looks when the connection is opened, and for every request before its body
            // is read and behind it.
            let applications: @Sendable (ApplicationRegister) -> ApplicationRegister = {
                let look = looks.withLock { looks in
                    looks += 1
                    return looks
                }
                return look > 3 ? (try? ApplicationRegister([])) ?? $0 : $0
            }
            try await FacadeBench.run(applications: applications) { bench in
                let identity = bench.certificates.application(.taxDepartment)
                let url = "https://\(bench.addresses.api)/v1/vehicles/get"
                let output = try await Curl.run([
                    "--cacert", bench.certificates.applicationAuthority, "--cert",
                    identity.certificate, "--key", identity.privateKey, "-H",
                    "Content-Type: application/json", "-w", "[%{http_code} %{num_connects}]",
                    "--data-binary",
                    #"{"plate":"1SYN900","select":["vehicle.make"],"purpose":"vehicle-tax"}"#,
                    url, url,
                ]).output
                #expect(output.contains("[200 1]"))
                #expect(output.contains("[403 0]"))
                #expect(bench.sources.questions == 1)
                #expect(await bench.storage.entries.count == 2)
            }
        }
    }
}
