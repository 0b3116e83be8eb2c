import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Connections that speak HTTP/1.1, on which what is not HTTP gets an answer of ours too.
struct HTTPChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let http: HTTP1Channel
    private let answer: @Sendable () -> Reply

    /// - Parameter answer: makes the answer to what is not HTTP.
    init(_ http: HTTP1Channel, malformed answer: @escaping @Sendable () -> Reply) {
        self.http = http
        self.answer = answer
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(MalformedRequestHandler(answer), position: .after(decoder))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}
