public import CanonicalJSON
import NIOCore
import NIOHTTP1
import NIOPosix

/// Asks a running gateway on behalf of a command, one connection for each question.
public struct ControlClient: Sendable {
    private let path: String
    private let timeout: Duration

    /// - Parameters:
    ///   - path: of the socket.
    ///   - timeout: how long an answer may take from question to end.
    public init(path: String, timeout: Duration = .seconds(30)) {
        self.path = path
        self.timeout = timeout
    }

    /// Asks, and returns the answer whatever its status.
    ///
    /// - Throws: ``ControlFailure`` when there is none.
    public func send(
        _ method: ControlMethod, _ path: String, query: [String: String] = [:],
        body: JSONValue? = nil
    ) async throws(ControlFailure) -> ControlReply {
        let connection = try await connect()
        var head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method.rawValue),
            uri: path + Self.text(query))
        let content = ByteBuffer(bytes: (try? body?.canonicalBytes()) ?? [])
        head.headers.add(name: "Host", value: "localhost")
        head.headers.add(name: "Connection", value: "close")
        head.headers.add(name: "Content-Type", value: "application/json")
        head.headers.add(name: "Content-Length", value: String(content.readableBytes))
        let channel = connection.channel
        let alarm = channel.eventLoop.scheduleTask(in: TimeAmount(timeout)) {
            channel.close(promise: nil)
        }
        defer { alarm.cancel() }
        let received: (status: Int, bytes: ByteBuffer)?
        do {
            received = try await connection.executeThenClose { [head] inbound, outbound in
                try await outbound.write(.head(head))
                try await outbound.write(.body(.byteBuffer(content)))
                try await outbound.write(.end(nil))
                return try await Self.answer(inbound)
            }
        } catch {
            throw .noAnswer
        }
        guard let received else { throw .noAnswer }
        do throws(JSONFailure) {
            return ControlReply(
                status: received.status,
                try JSONValue(
                    parsing: received.bytes.readableBytesView, limits: JSONLimits(size: 1 << 28)))
        } catch {
            throw .unintelligible
        }
    }

    private typealias Connection = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    private func connect() async throws(ControlFailure) -> Connection {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        return try Connection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw .notRunning
        }
    }

    private static func answer(
        _ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> (status: Int, bytes: ByteBuffer)? {
        var status: Int?
        var bytes = ByteBuffer()
        for try await part in parts {
            switch part {
            case .head(let head): status = Int(head.status.code)
            case .body(var content): bytes.writeBuffer(&content)
            case .end: return status.map { ($0, bytes) }
            }
        }
        return nil
    }

    /// The parameters as they stand behind a path (RFC 3986 §3.4), sorted.
    private static func text(_ query: [String: String]) -> String {
        guard !query.isEmpty else { return "" }
        return "?"
            + query.sorted { $0.key < $1.key }
            .map { "\(escaped($0.key))=\(escaped($0.value))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                escaped.append(byte)
            default: escaped += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
