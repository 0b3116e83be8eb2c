import Foundation
import HTTPTransfers
import Testing

/// What happens when the system refuses what an engine needs. In processes of their own, because
/// the descriptors belong to all tests.
struct ScarcityTests {
    private let server: TestServer

    init() async throws {
        server = try await TestServer.shared.value
    }

    @Test("without a file to open there is no engine, and it says so")
    func noDescriptors() async {
        await #expect(processExitsWith: .success) {
            var limit = rlimit()
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
            let isRead = unsafe getrlimit(files, &limit) == 0
            try #require(isRead)
            var none = rlimit(rlim_cur: 0, rlim_max: limit.rlim_max)
            let isTaken = unsafe setrlimit(files, &none) == 0
            try #require(isTaken)
            let failure = #expect(throws: TransferStartFailure.self) { try TransferEngine() }
            #expect(failure?.description.contains("files") == true)
            let isGivenBack = unsafe setrlimit(files, &limit) == 0
            try #require(isGivenBack)
            await (try TransferEngine()).shutdown()
        }
    }

    @Test("a socket that cannot be watched fails its calls at once, and later ones succeed")
    func unwatchable() async {
        await #expect(processExitsWith: .success) {
            [
                port = server.port as Int, client = server.file("client") as String,
                authority = server.file("ca.pem") as String
            ] in
            let polls = {
                (0..<256).filter { descriptor in
                    (try? FileManager.default.destinationOfSymbolicLink(
                        atPath: "/proc/self/fd/\(descriptor)")) == "anon_inode:[eventpoll]"
                }
            }
            let before = polls()
            let engine = try TransferEngine()
            let poll = Int32(try #require(polls().first { !before.contains($0) }))
            let identity = TLSIdentity(
                certificate: .init(certificatePath: client + ".pem", keyPath: client + ".key"),
                authoritiesPath: authority)
            func request(_ path: String) -> TransferRequest {
                TransferRequest(
                    .get, url: "https://localhost:\(port)\(path)", identity: identity,
                    deadline: .seconds(60))
            }
            #expect(try await engine.perform(request("/echo")).status == 200)
            // Another file under the same number can watch nothing.
            let (kept, other) = unsafe (dup(poll), open("/dev/null", O_RDONLY))
            try #require(dup2(other, poll) == poll)
            // The kept connection is watched already, and busy: the second call needs another one.
            let silent = Task { try await engine.perform(request("/silent")) }
            while engine.inFlight < 1 { await Task.yield() }
            let failure = await #expect(throws: TransferFailure.self) {
                try await engine.perform(request("/echo"))
            }
            let isRefused = if case .other = failure { true } else { false }
            #expect(isRefused)
            silent.cancel()
            _ = await silent.result
            try #require(dup2(kept, poll) == poll)
            #expect(try await engine.perform(request("/echo")).status == 200)
            #expect(engine.inFlight == 0)
            await engine.shutdown()
        }
    }
}
