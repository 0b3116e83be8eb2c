import HTTPTypes
import Hummingbird
import NIOCore

/// Sends a reply as the fault wants it.
enum FaultyTransport {
    /// The connection was closed on purpose: there is no answer to write any more.
    struct Closed: Error {}

    /// Closes the connection of a source that is down.
    static func close(_ channel: any Channel) async throws -> Never {
        try? await channel.close()
        throw Closed()
    }

    /// Waits before the answer of a slow source.
    static func delay(_ fault: Fault?) async throws {
        guard let fault, fault.kind == .slow else { return }
        try await Task.sleep(for: .milliseconds(fault.delayMilliseconds))
    }

    /// The response with the reply, spoilt where the fault spoils bytes.
    static func response(_ reply: SimulatedReply, _ fault: Fault.Kind?) -> Response {
        var body = reply.body
        var status = reply.status
        switch fault {
        case .garbled: body = garbled(body)
        case .tooLarge:
            body += [UInt8](repeating: UInt8(ascii: " "), count: 16 << 20)
            if status == .noContent { status = .ok }
        case .cutOff: return cut(reply)
        case .httpStatus(let code):
            return Response(status: HTTPResponse.Status(code: code))
        case .down, .slow, .wrongSchema, .anotherSubject, .stale, .soapFault, .statusCode, nil:
            break
        }
        return Response(
            status: status, headers: headers(reply),
            body: body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private static func headers(_ reply: SimulatedReply) -> HTTPFields {
        var headers = HTTPFields()
        if let type = reply.contentType { headers[.contentType] = type }
        if let age = reply.age { headers[.age] = String(age) }
        return headers
    }

    /// Says that everything comes, sends half of it and gives up; the server then closes.
    private static func cut(_ reply: SimulatedReply) -> Response {
        let body = reply.body
        return Response(
            status: reply.status, headers: headers(reply),
            body: ResponseBody(contentLength: max(2, body.count)) { writer in
                try await writer.write(ByteBuffer(bytes: body.prefix(body.count / 2)))
                throw Closed()
            })
    }

    /// Every third byte of the second half is one that neither UTF-8 nor any of the contracts has.
    private static func garbled(_ body: [UInt8]) -> [UInt8] {
        var body = body
        for index in stride(from: body.count / 2, to: body.count, by: 3) { body[index] = 0xFF }
        return body
    }
}
