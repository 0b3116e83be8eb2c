import CanonicalJSON
import Glibc
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore

/// Answers commands.
struct ControlResponder: Sendable {
    let routes: [ControlRoute]
    let largestBody: Int
    let logger: Logger

    func respond(
        to request: Request, _ writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
        let peer = try await PeerCredentials.credentials(of: channel)
        let login = LoginUser.number(of: peer.process)
        let route = routes.first {
            $0.path == request.uri.path && $0.method.rawValue == request.method.rawValue
        }
        let reply = try await reply(to: request, route, peer.user, login)
        logger.notice(
            "command",
            metadata: [
                "method": "\(route?.method.rawValue ?? "none")",
                "route": "\(route?.path ?? "none")", "status": "\(reply.status)",
                "user": "\(login ?? peer.user)",
            ])
        let body = ByteBuffer(bytes: (try? reply.body.canonicalBytes()) ?? [])
        let head = HTTPResponse(
            status: HTTPResponse.Status(code: reply.status),
            headerFields: [
                .contentType: "application/json", .contentLength: String(body.readableBytes),
            ])
        try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
    }

    private func reply(
        to request: Request, _ route: ControlRoute?, _ userID: UInt32, _ login: UInt32?
    ) async throws -> ControlReply {
        // The socket's mode says the same; this also covers the moment before it is set.
        guard userID == geteuid() || userID == 0 else {
            return ControlReply(status: 403, ["detail": "another user"])
        }
        guard let route else { return ControlReply(status: 404, ["detail": "no such command"]) }
        let bytes: ByteBuffer
        do {
            bytes = try await request.body.collect(upTo: largestBody)
        } catch is NIOTooManyBytesError {
            return ControlReply(status: 413, ["detail": "the body is too large"])
        }
        var body: JSONValue?
        if bytes.readableBytes > 0 {
            do throws(JSONFailure) {
                body = try JSONValue(parsing: bytes.readableBytesView)
            } catch {
                return ControlReply(status: 400, ["detail": .string(error.description)])
            }
        }
        var query: [String: String] = [:]
        for (name, value) in request.uri.queryParameters { query[String(name)] = String(value) }
        return await route.answer(
            ControlRequest(
                body: body, query: query, userID: login ?? userID, isLogin: login != nil))
    }
}
