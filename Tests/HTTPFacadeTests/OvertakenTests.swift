import AccessRights
import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPFacade

extension Conversations {
    /// Changes that come while something is under way.
    struct OvertakenTests {
        /// The connection that is open, once the server is done with its handshake too.
        private func connection(of callers: Callers) async throws -> ConnectionRegistry.Connection {
            let end = ContinuousClock.now + .seconds(30)
            while callers.registry.all.isEmpty, ContinuousClock.now < end { await Task.yield() }
            return try #require(callers.registry.all.first)
        }

        @Test("a handshake that began before all connections were closed is turned away at its end")
        func handshake() async throws {
            try await AdmissionBench.run { bench in
                let client = try await bench.connect(
                    as: try await bench.authority.issue("tax-department"))
                let callers = bench.facade.facade.callers
                let open = try await connection(of: callers)
                let before = callers.registry.generation
                #expect(
                    callers.letIn(open.channel, presenting: open.certificate, since: before))
                bench.facade.facade.closeConnections()
                #expect(
                    !callers.letIn(open.channel, presenting: open.certificate, since: before))
                #expect(await client.end() == .code(0))
                #expect(try await bench.refused("overtaken") == 1)
                // Whoever comes back is let in.
                let identity = try await bench.authority.issue("tax-department")
                #expect(try await bench.ask(as: identity).status == 200)
            }
        }

        @Test("who is revoked gets no answer to the next request, before any review")
        func revokedBetweenRequests() async throws {
            try await AdmissionBench.run { bench in
                let identity = try await bench.authority.issue("tax-department")
                let client = try await bench.connect(as: identity)
                let callers = bench.facade.facade.callers
                let open = try await connection(of: callers)
                #expect(callers.application(on: open.channel) != nil)
                try await bench.authority.revoke(identity)
                try bench.lists.take(try await bench.authority.writeList(), of: bench.authority)
                #expect(callers.application(on: open.channel) == nil)
                #expect(await client.end() == .code(0))
                #expect(try await bench.refused("revoked") == 1)
            }
        }

        @Test("whose registration ends while the body trickles in gets 403, and nothing is asked")
        func registrationEnds() async throws {
            let looks = Mutex(0)
            let isRegistered = Mutex(true)
            let (seen, signal) = AsyncStream.makeStream(of: Void.self)
            let empty = try ApplicationRegister([])
            let applications: @Sendable (ApplicationRegister) -> ApplicationRegister = { register in
                let look = looks.withLock { looks in
                    looks += 1
                    return looks
                }
                // The first look is of the handshake, the second of the request.
                if look == 2 { signal.yield() }
                return isRegistered.withLock { $0 } ? register : empty
            }
            try await FacadeBench.run(applications: applications) { bench in
                let folder = try TemporaryFolder()
                let rest = folder.path + "/rest"
                #expect(try await Program.run(["mkfifo", rest]).end == .code(0))
                let identity = bench.certificates.application(.taxDepartment)
                let client = try Program([
                    "sh", "-c",
                    """
                    { printf '{"plate":"1SYN900",'; cat '\(rest)'; } | curl -s -T - -X POST \
                    --cacert '\(bench.certificates.applicationAuthority)' \
                    --cert '\(identity.certificate)' --key '\(identity.privateKey)' \
                    -H 'Content-Type: application/json' -H 'Expect:' -w '[%{http_code}]' \
                    'https://\(bench.addresses.api)/v1/vehicles/get'
                    """,
                ])
                for await _ in seen { break }
                isRegistered.withLock { $0 = false }
                let written = try await Program.run([
                    "sh", "-c",
                    "printf '\"purpose\":\"vehicle-tax\",\"select\":[\"vehicle.make\"]}' > '\(rest)'",
                ])
                #expect(written.end == .code(0))
                #expect(await client.end() == .code(0))
                #expect(client.output.hasSuffix("[403]"))
                #expect(bench.sources.questions == 0)
                #expect(await bench.storage.entries.isEmpty)
                withExtendedLifetime(folder) {}
            }
        }
    }
}
