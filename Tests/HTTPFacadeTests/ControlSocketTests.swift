import CanonicalJSON
import Foundation
import HTTPFacade
import ServiceLifecycle
import TestSupport
import Testing

extension Conversations {
    /// Commands beside a running gateway.
    struct ControlSocketTests {
        private let folder: TemporaryFolder
        private let lines = LogLines()

        init() throws { folder = try TemporaryFolder() }

        private var path: String { folder.path + "/control.sock" }

        private func run(
            _ more: ControlRoute..., talk: @escaping @Sendable (ControlClient) async throws -> Void
        ) async throws {
            let echo = ControlRoute(.post, "/echo") { request in
                ControlReply(
                    status: 201,
                    [
                        "body": request.body ?? .null, "user": .integer(Int64(request.userID)),
                        "query": .string(request.query["q"] ?? ""),
                    ])
            }
            let socket = try ControlSocket(
                path: path, routes: [echo] + more, logger: lines.logger())
            let group = ServiceGroup(services: [socket], logger: lines.logger())
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                try await socket.ready()
                try await talk(ControlClient(path: path))
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }

        @Test("a command gets its answer, and the kernel says who asked")
        func command() async throws {
            try await run { client in
                let reply = try await client.send(
                    .post, "/echo", query: ["q": "a b&c=é"], body: ["x": [1, 2]])
                #expect(reply.status == 201)
                #expect(reply.body["body"] == ["x": [1, 2]])
                #expect(reply.body["query"] == "a b&c=é")
                #expect(reply.body["user"] == .integer(Int64(getuid())))
            }
            #expect(
                lines.all.contains { $0.hasPrefix("command") && $0.contains("user=\(getuid())") })
        }

        @Test("an unknown command gets 404, the wrong method too")
        func unknown() async throws {
            try await run { client in
                let unknown = try await client.send(.get, "/nothing")
                let wrongMethod = try await client.send(.get, "/echo")
                #expect(unknown.status == 404)
                #expect(unknown.body["detail"] == "no such command")
                #expect(wrongMethod.status == 404)
            }
        }

        @Test("the socket is its owner's alone, and a stale one is replaced")
        func socket() async throws {
            let path = path
            try await run { _ in
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            }
            try await run { client in
                let reply = try await client.send(.post, "/echo")
                #expect(reply.status == 201)
            }
        }

        @Test("a command does not wait for ever")
        func timeout() async throws {
            let (patience, end) = AsyncStream<Void>.makeStream()
            let slow = ControlRoute(.get, "/slow") { _ in
                for await _ in patience {}
                return ControlReply([:])
            }
            let path = path
            try await run(slow) { _ in
                await #expect(throws: ControlFailure.noAnswer) {
                    try await ControlClient(path: path, timeout: .milliseconds(50))
                        .send(.get, "/slow")
                }
                end.finish()
            }
        }

        @Test("a socket that cannot be made says why, and ends")
        func unusable() async throws {
            let long = folder.path + "/" + String(repeating: "x", count: 108)
            #expect(throws: FacadeFailure.unusableSocket(path: long, errno: ENAMETOOLONG)) {
                try ControlSocket(path: long, routes: [], logger: lines.logger())
            }
            let nowhere = folder.path + "/no/s"
            let socket = try ControlSocket(path: nowhere, routes: [], logger: lines.logger())
            await #expect(throws: FacadeFailure.unusableSocket(path: nowhere, errno: ENOENT)) {
                try await ServiceGroup(services: [socket], logger: lines.logger()).run()
            }
            await #expect(throws: FacadeFailure.unusableSocket(path: nowhere, errno: ENOENT)) {
                try await socket.ready()
            }
        }

        @Test("whoever waits for a socket that cannot be made is told, and waits no longer")
        func waitsInVain() async throws {
            let nowhere = folder.path + "/no/s"
            let socket = try ControlSocket(path: nowhere, routes: [], logger: lines.logger())
            let failure = FacadeFailure.unusableSocket(path: nowhere, errno: ENOENT)
            let ready = Task { try await socket.ready() }
            await #expect(throws: failure) {
                try await ServiceGroup(services: [socket], logger: lines.logger()).run()
            }
            await #expect(throws: failure) { try await ready.value }
        }

        @Test("without a gateway the client says so")
        func notRunning() async throws {
            await #expect(throws: ControlFailure.notRunning) {
                try await ControlClient(path: path).send(.get, "/echo")
            }
        }
    }
}
